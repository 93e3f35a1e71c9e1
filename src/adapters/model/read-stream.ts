import type { OpenAI } from "openai";
import type { Tokens } from "../../core/model.ts";
import { ModelError } from "../../core/written/model-error.ts";
import { estimateTokens } from "../../core/written/tokens.ts";

type Body = OpenAI.Chat.Completions.ChatCompletionCreateParamsStreaming;
type Chunk = OpenAI.Chat.Completions.ChatCompletionChunk;

/** In UTF-16 units; the longest answer we ask for has some 3,000. */
const LONGEST_ANSWER = 50_000;

/**
 * The whole answer of a stream, with what it cost. Throws ModelError for one that is refused, cut, empty, or longer than any we
 * ask for; leaving the loop closes the connection.
 */
export async function readStream(
  stream: AsyncIterable<Chunk>,
  body: Body,
): Promise<{ readonly text: string; readonly tokens: Tokens }> {
  let text = "";
  let unread = 0;
  let told: Tokens | null = null;
  let finish: string | null = null;
  let refused = false;
  const spent = (): Tokens =>
    told ?? { input: estimateTokens(JSON.stringify(body.messages)), output: estimateTokens(text) };
  for await (const { choices, usage } of stream) {
    const [choice] = choices ?? [];
    text += choice?.delta?.content ?? "";
    // Reasoning, tool calls and whatever else a server sends: nothing we want, but it must end too.
    unread += 1;
    refused ||= (choice?.delta?.refusal ?? "") !== "";
    finish = choice?.finish_reason ?? finish;
    if (usage) told = { input: usage.prompt_tokens, output: usage.completion_tokens };
    if (text.length > LONGEST_ANSWER || unread > LONGEST_ANSWER) throw new ModelError("large", "", spent());
  }
  if (refused || finish === "content_filter") throw new ModelError("refused", "", spent());
  if (finish !== "stop") throw new ModelError(finish === "tool_calls" ? "shape" : "cut", finish ?? "no end", spent());
  if (text.trim() === "") throw new ModelError("shape", "empty", spent());
  return { text, tokens: spent() };
}
