import type { UserError } from "./errors.ts";
import { plain, type Reply } from "./reply.ts";

/** What went wrong and what to do, for the asker alone. */
export const refusalReply = ({ kind, code, message }: UserError): Reply =>
  noteReply(message, kind, { error: { code, message } });

/** The same where an article was to be read: one that is unreadable offers the form to paste its text into. */
export function errorReply(error: UserError): Reply {
  const paste = { type: "buttons", buttons: [{ id: "paste", label: "Paste the text", subject: "" }] } as const;
  const reply = refusalReply(error);
  return error.kind === "unreadable" ? { ...reply, parts: [...reply.parts, paste] } : reply;
}

/** A fault of ours: the reference finds it in the log, where all of it stands. */
export function bugReply(reference: string): Reply {
  const message = `Something went wrong on our side and nothing was lost. Try once more; if it happens again, give your operator this reference: ${reference}.`;
  return {
    parts: [{ type: "text", runs: [plain(message)] }],
    audience: "asker",
    outcome: "bug",
    data: { error: { code: "bug", message, reference } },
  };
}

/** A short answer in plain words, for the asker alone. */
export function noteReply(message: string, outcome: Reply["outcome"] = "ok", data: unknown = { message }): Reply {
  return { parts: [{ type: "text", runs: [plain(message)] }], audience: "asker", outcome, data };
}
