/** A web site for the bot to read while it is measured: ordinary pages, and one in two made to cost. Prints its port. */
import { readdirSync, readFileSync } from "node:fs";
import { createServer } from "node:http";
import { hostilePages } from "../../test/standins/web/hostile-pages.ts";

const FOLDER = "test/fixtures/pages";
const ordinary = readdirSync(FOLDER)
  .filter((name) => name.endsWith(".html"))
  .map((name) => readFileSync(`${FOLDER}/${name}`));
const hostile = Object.values(hostilePages);

const server = createServer({ keepAlive: false }, (request, response) => {
  const number = Number(/\d+/.exec(request.url ?? "")?.[0] ?? 0);
  const pages = number % 2 === 0 ? ordinary : hostile;
  response.writeHead(200, { "content-type": "text/html; charset=utf-8" }).end(pages[(number >> 1) % pages.length]);
});
server.listen(0, "127.0.0.1", () => {
  const address = server.address();
  process.stdout.write(`${address === null || typeof address === "string" ? 0 : address.port}\n`);
});
