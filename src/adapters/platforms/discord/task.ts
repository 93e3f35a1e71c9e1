import type { APIInteraction, GatewayMessageCreateDispatchData } from "discord.js";
import type { Part } from "../../../core/reply.ts";

/** Something to be answered or posted once: all that is needed to do it after a restart. */
export type Task =
  | { readonly type: "interaction"; readonly interaction: APIInteraction }
  | { readonly type: "message"; readonly message: GatewayMessageCreateDispatchData }
  | { readonly type: "post"; readonly channel: string; readonly parts: readonly Part[] };

/** The name of a task in the outbox: the same event has the same key, however often it is told. */
export function keyOf(task: Exclude<Task, { type: "post" }>): string {
  return task.type === "interaction" ? `interaction:${task.interaction.id}` : `message:${task.message.id}`;
}

export const writeTask = (task: Task): string => JSON.stringify(task);

/** Reads what `writeTask` wrote: the outbox is ours alone. */
export const readTask = (payload: string): Task => JSON.parse(payload) as Task;
