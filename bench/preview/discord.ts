import { type APIComponentInActionRow, type APIComponentInContainer, ButtonStyle, ComponentType } from "discord.js";
import type { RenderedMessage } from "../../src/adapters/platforms/discord/render.ts";
import { escapeHtml } from "./html.ts";

/** A Discord message much as Discord's own client draws it. */
export const drawDiscord = ({ container }: RenderedMessage): string =>
  `<article class="discord"><div class="avatar">V</div><div class="body"><p class="who"><b>verbatim</b> <span>APP</span></p><div class="container">${container.components.map(drawComponent).join("")}</div></div></article>`;

function drawComponent(component: APIComponentInContainer): string {
  switch (component.type) {
    case ComponentType.TextDisplay:
      return drawMarkdown(component.content);
    case ComponentType.Separator:
      return "<hr>";
    case ComponentType.ActionRow:
      return `<p>${component.components.map(drawControl).join("")}</p>`;
    default:
      return `<pre>${escapeHtml(JSON.stringify(component))}</pre>`;
  }
}

function drawControl(control: APIComponentInActionRow): string {
  if (control.type === ComponentType.StringSelect)
    return `<button>${escapeHtml(control.options.find((option) => option.default)?.label ?? "")} ▾</button>`;
  if (control.type !== ComponentType.Button || !("label" in control)) return "";
  const look = control.style === ButtonStyle.Primary ? "primary" : "";
  return `<button class="${look}">${escapeHtml(control.label ?? "")}</button>`;
}

/** The Markdown our messages use: headings, small print, lists, bold, links, and escapes. */
function drawMarkdown(content: string): string {
  return content
    .split("\n")
    .map((line) => {
      if (line.startsWith("## ")) return `<h3>${drawInline(line.slice(3))}</h3>`;
      if (line.startsWith("-# ")) return `<p class="small">${drawInline(line.slice(3))}</p>`;
      if (line.startsWith("- ")) return `<p class="item">${drawInline(line.slice(2))}</p>`;
      return `<p>${drawInline(line)}</p>`;
    })
    .join("");
}

function drawInline(text: string): string {
  const escaped = text.replaceAll(/\\([^\w\s])/g, (_, character: string) => `&#${character.codePointAt(0)};`);
  return escaped
    .replaceAll(/\[([^\]]+)\]\(<?([^)>]+)>?\)/g, '<a href="$2">$1</a>')
    .replaceAll(/\*\*([^*]+)\*\*/g, "<b>$1</b>");
}
