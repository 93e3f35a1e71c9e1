import { findStories, type StoryItem } from "../story/index.ts";
import { type BatchLine, eachLine, optionalText, requireText } from "./lines.ts";

/** Which items tell the same story. All lines are read before the first is answered: a story needs its neighbours. */
export async function* runStories(lines: AsyncIterable<string>): AsyncGenerator<object> {
  const items: StoryItem[] = [];
  const answers = await Array.fromAsync(eachLine(lines, (line) => ({ item: items.push(readItem(line)) - 1 })));
  const placed = findStories(items);
  for (const answer of answers) {
    const place = "item" in answer && typeof answer.item === "number" ? placed[answer.item] : undefined;
    yield place ?? answer;
  }
}

function readItem(line: BatchLine): StoryItem {
  const publishedAt = optionalText(line, "publishedAt");
  return {
    id: requireText(line, "id"),
    title: optionalText(line, "title") ?? "",
    text: requireText(line, "text"),
    ...(publishedAt === undefined ? {} : { publishedAt }),
  };
}
