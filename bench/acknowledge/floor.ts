/** The least an acknowledgement takes: a bare server that checks the signature and answers. */
import { createHmac, timingSafeEqual } from "node:crypto";
import { createServer } from "node:http";
import { text } from "node:stream/consumers";
import { SIGNING_SECRET } from "../../test/standins/slack/server.ts";

const server = createServer(async (request, response) => {
  const body = await text(request);
  const stamp = String(request.headers["x-slack-request-timestamp"]);
  const wanted = `v0=${createHmac("sha256", SIGNING_SECRET).update(`v0:${stamp}:${body}`).digest("hex")}`;
  const given = String(request.headers["x-slack-signature"]);
  const same = given.length === wanted.length && timingSafeEqual(Buffer.from(given), Buffer.from(wanted));
  response.writeHead(same ? 200 : 401).end();
});
server.listen(0, "127.0.0.1", () => {
  const address = server.address();
  process.stdout.write(`${address === null || typeof address === "string" ? 0 : address.port}\n`);
});
