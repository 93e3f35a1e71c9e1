export const escapeHtml = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");

const STYLE = `
  body { margin: 0; font: 15px/1.45 Lato, "Helvetica Neue", Arial, sans-serif; display: grid; grid-template-columns: 1fr 1fr; }
  section { padding: 20px 24px; } section.right { background: #313338; color: #dbdee1; }
  h2 { font-size: 13px; letter-spacing: .06em; text-transform: uppercase; opacity: .6; margin: 22px 0 6px; }
  article { display: flex; gap: 10px; max-width: 640px; margin: 8px 0 18px; }
  .avatar { width: 36px; height: 36px; border-radius: 6px; background: #1d3557; color: #fff; display: grid; place-items: center; flex: none; font-weight: 700; }
  .discord .avatar { border-radius: 50%; } .body { flex: 1; min-width: 0; }
  p { margin: 3px 0; } ul { margin: 4px 0; padding-left: 22px; } .item { padding-left: 18px; text-indent: -12px; } .item::before { content: "• "; }
  h3 { font-size: 18px; line-height: 1.3; margin: 4px 0; } .who span { font-size: 11px; opacity: .6; }
  .slack .small { color: #616061; font-size: 13px; white-space: pre-wrap; } .discord .small { color: #b5bac1; font-size: 13px; }
  .container { border: 1px solid #1e1f22; border-radius: 8px; background: #2b2d31; padding: 12px 16px; }
  hr { border: 0; border-top: 1px solid #4e5058; margin: 8px 0; }
  button { font: inherit; font-size: 13px; padding: 5px 12px; margin: 6px 6px 0 0; border-radius: 6px; border: 1px solid #bbb; background: #fff; }
  .choice { display: flex; justify-content: space-between; align-items: center; } .slack .primary { background: #007a5a; border-color: #007a5a; color: #fff; }
  .discord button { border: 0; background: #4e5058; color: #fff; } .discord .primary { background: #5865f2; } a { color: #1264a3; } .discord a { color: #00a8fc; }`;

/** One look alone, for a picture. */
export const drawColumn = (messages: readonly string[], name: "slack" | "discord"): string =>
  `<!doctype html><meta charset="utf-8"><style>${STYLE} body { display: block; } section { padding: 8px 20px; }</style>
<section class="${name === "discord" ? "right" : ""}">${messages.join("")}</section>`;

/** Both looks side by side, one row of messages under each title. */
export function drawPage(
  rows: readonly { readonly title: string; readonly slack: string; readonly discord: string }[],
): string {
  const column = (name: "slack" | "discord"): string => rows.map((row) => `<h2>${row.title}</h2>${row[name]}`).join("");
  return `<!doctype html><meta charset="utf-8"><title>Verbatim's messages</title><style>${STYLE}</style>
<section>${column("slack")}</section><section class="right">${column("discord")}</section>`;
}
