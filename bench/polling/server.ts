/** Sites whose feeds never change, on every loopback address, in a process of their own: `node server.ts`, told its port. */
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

const server = createServer({ keepAlive: true }, (request, response) => {
  const isRobots = request.url === "/robots.txt";
  response.writeHead(isRobots ? 404 : 304, isRobots ? {} : { etag: '"v1"', "cache-control": "max-age=60" }).end();
});
server.listen(0, "0.0.0.0", () => process.send?.((server.address() as AddressInfo).port));
