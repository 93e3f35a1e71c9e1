import { tidy } from "./tidy.ts";

/** A line nobody can know beforehand: sixteen random hexadecimal digits, new for every request. */
export const makeFence = (random: string): string => `=== article ${random} ===`;

/** A text that stands between fences, without any line that could pass for one. */
export const insideFence = (text: string, random: string): string => text.replaceAll(random, "");

/** A reader's own words inside a prompt: one line, short, without marks of ours. */
export const asWish = (text: string): string => tidy(text.slice(0, 200)).replaceAll(/[{}[\]"=]/g, " ");
