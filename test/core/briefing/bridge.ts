import type { StoredArticle } from "../../../src/core/ports.ts";
import { store } from "./stored.ts";

/** An invented story with everything a briefing has to handle. */
export const BRIDGE_TEXT = `Mayor Ann Lund (left) on the quay
Harbour council votes to close swing bridge

2 hours ago

NORDHAVEN — The harbour council voted on Tuesday to close the old swing bridge for two years, its clerk said.

He said the vote was close.

"We have waited for this bridge for forty years. But we cannot wait for another accident," Mayor Ann Lund told reporters.

A bridge 'older than the town'

Meanwhile, shopkeeper Karim Aziz said the plan was "a slow death" for the far side of the river and that nobody had asked the people who live there.

Ferries will carry people across the river from next month, according to the plan.

Dock workers' leader Bo Chan denied that the union had agreed to the closure.

"I was never asked," said Chan. "My members read it in the paper."

Engineers from Holm & Sons built the bridge in 1911, and it has been repaired eleven times since.

The national transport minister, Eva Roth, was not in town on Tuesday.

A public hearing is due to be held at the town hall later this week.

Read more: Who pays for the ferries?`;

export const bridge = (): StoredArticle =>
  store({ text: BRIDGE_TEXT }, [
    {
      speaker: "the clerk",
      source: "its clerk",
      content: "The harbour council voted on Tuesday to close the old swing bridge for two years",
    },
    { speaker: "the clerk", source: "He", content: "the vote was close" },
    {
      speaker: "Ann Lund",
      role: "Mayor",
      source: "Mayor Ann Lund",
      cue: "told",
      content: '"We have waited for this bridge for forty years. But we cannot wait for another accident,"',
    },
    {
      speaker: "Karim Aziz",
      role: "shopkeeper",
      source: "shopkeeper Karim Aziz",
      content:
        'the plan was "a slow death" for the far side of the river and that nobody had asked the people who live there',
    },
    {
      speaker: "the plan",
      kind: "document",
      source: "the plan",
      cue: "according to",
      content: "Ferries will carry people across the river from next month",
    },
    {
      speaker: "Bo Chan",
      source: "Bo Chan",
      cue: "denied",
      content: "that the union had agreed to the closure",
      stance: "denied",
    },
    { speaker: "Bo Chan", source: "Chan", content: '"I was never asked,"' },
  ]);
