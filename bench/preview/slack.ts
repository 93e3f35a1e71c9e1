import type { types } from "@slack/bolt";
import type { SlackMessage } from "../../src/adapters/platforms/slack/render.ts";
import { escapeHtml } from "./html.ts";

/** A Slack message much as Slack's own client draws it. */
export const drawSlack = ({ blocks }: SlackMessage): string =>
  `<article class="slack"><div class="avatar">V</div><div class="body"><p class="who"><b>verbatim</b> <span>APP 8:00</span></p>${blocks.map(drawBlock).join("")}</div></article>`;

function drawBlock(block: types.KnownBlock): string {
  switch (block.type) {
    case "header":
      return `<h3>${plainText(block.text.text)}</h3>`;
    case "context":
      return block.elements
        .map((element) => `<p class="small">${"text" in element ? plainText(element.text) : ""}</p>`)
        .join("");
    case "rich_text":
      return block.elements.map(drawRichText).join("");
    case "section":
      return `<p class="choice">${plainText(block.text?.text ?? "")}${drawMenu(block.accessory)}</p>`;
    case "actions":
      return `<p>${block.elements.map((element) => (element.type === "button" ? `<button class="${element.style ?? ""}">${plainText(element.text.text)}</button>` : "")).join("")}</p>`;
    default:
      return `<pre>${escapeHtml(JSON.stringify(block))}</pre>`;
  }
}

const drawMenu = (menu: types.SectionBlock["accessory"]): string =>
  menu?.type === "static_select" ? `<button>${plainText(menu.initial_option?.text.text ?? "")} ▾</button>` : "";

function drawRichText(element: types.RichTextBlock["elements"][number]): string {
  if (element.type === "rich_text_list") {
    return `<ul>${element.elements.map((item) => `<li>${drawSection(item.elements)}</li>`).join("")}</ul>`;
  }
  return element.type === "rich_text_section" ? `<p>${drawSection(element.elements)}</p>` : "";
}

function drawSection(elements: types.RichTextSection["elements"]): string {
  return elements
    .map((element) => {
      if (element.type === "link")
        return `<a href="${escapeHtml(element.url)}">${breakLines(element.text ?? element.url)}</a>`;
      if (element.type !== "text") return "";
      return element.style?.bold ? `<b>${breakLines(element.text)}</b>` : breakLines(element.text);
    })
    .join("");
}

/** Slack's plain text objects carry its three entities. */
const plainText = (text: string): string =>
  breakLines(text.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&"));

const breakLines = (text: string): string => escapeHtml(text).replaceAll("\n", "<br>");
