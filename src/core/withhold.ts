import type { Core } from "./core.ts";
import type { Call } from "./ports.ts";
import type { Reply } from "./reply.ts";

export async function withholdUnproven(reply: Reply, _core: Core, _call: Call): Promise<Reply> {
  return reply;
}
