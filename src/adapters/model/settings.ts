/** How a model is reached. */
export interface ModelSettings {
  /** Null for a server that asks for none. */
  readonly apiKey: string | null;
  /** Root of an API that speaks Chat Completions; null for OpenAI's. */
  readonly baseUrl: string | null;
  readonly model: string;
  /** Milliseconds for a whole answer, tries and pauses included. */
  readonly timeout: number;
  /** Sent only where the operator set them: not every model takes them. */
  readonly temperature: number | null;
  readonly maxTokens: number | null;
}
