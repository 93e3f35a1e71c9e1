import { findStories, type Placed, type StoryItem } from "../story/index.ts";
import { type BatchLine, eachLine, lineError, optionalText, requireText } from "./lines.ts";

/** Which items tell the same story. All lines are read before the first is answered: a story needs its neighbours. */
export async function* runStories(lines: AsyncIterable<string>): AsyncGenerator<object> {
  const ids: unknown[] = [];
  const items: StoryItem[] = [];
  const answers = await Array.fromAsync(
    eachLine(lines, (line) => {
      if (line.id === undefined) throw lineError('expected an "id"');
      items.push(readItem(line, ids.length));
      return { item: ids.push(line.id) - 1 };
    }),
  );
  const placed = findStories(items);
  for (const answer of answers) {
    const place = "item" in answer && typeof answer.item === "number" ? placed[answer.item] : undefined;
    yield place === undefined ? answer : giveIds(place, ids);
  }
}

/** Items are known by their place in the batch, so any value serves for an id. */
function readItem(line: BatchLine, place: number): StoryItem {
  const publishedAt = optionalText(line, "publishedAt");
  const title = optionalText(line, "title");
  return {
    id: String(place),
    title: title ?? "",
    // A headline alone can tell which story it belongs to.
    text: title === undefined ? requireText(line, "text") : (optionalText(line, "text") ?? ""),
    ...(publishedAt === undefined ? {} : { publishedAt }),
  };
}

function giveIds({ id, story, copyOf }: Placed, ids: readonly unknown[]): object {
  const idOf = (place: string): unknown => ids[Number(place)];
  return { id: idOf(id), story: idOf(story), ...(copyOf === undefined ? {} : { copyOf: idOf(copyOf) }) };
}
