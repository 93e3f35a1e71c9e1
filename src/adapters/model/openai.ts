import { OpenAI } from "openai";
import type { Model, ModelRequest, Tokens } from "../../core/model.ts";
import { explainFailure, isUnknownForm } from "./failure.ts";
import { readStream } from "./read-stream.ts";
import type { ModelSettings } from "./settings.ts";

type Body = OpenAI.Chat.Completions.ChatCompletionCreateParamsStreaming;

const OPENAI_URL = "https://api.openai.com/v1";
const MOST_RETRIES = 2;

/** A model behind Chat Completions: OpenAI's own, or any server that speaks the same (Ollama, vLLM, LM Studio, OpenRouter, Azure). */
export function createOpenAi(settings: ModelSettings): Model {
  return new OpenAiModel(settings);
}

class OpenAiModel implements Model {
  readonly name: string;
  readonly #settings: ModelSettings;
  readonly #client: OpenAI;
  /** The server has refused a JSON schema and taken the plain form: it is not asked twice each time. */
  #takesSchema = true;

  constructor(settings: ModelSettings) {
    this.name = settings.model;
    this.#settings = settings;
    this.#client = new OpenAI({
      apiKey: settings.apiKey ?? "none",
      baseURL: settings.baseUrl ?? OPENAI_URL,
      organization: null,
      project: null,
      maxRetries: MOST_RETRIES,
      timeout: settings.timeout,
      logLevel: "off",
    });
  }

  async ask(request: ModelRequest, signal: AbortSignal): Promise<{ readonly text: string; readonly tokens: Tokens }> {
    const late = AbortSignal.timeout(this.#settings.timeout);
    try {
      return await this.#complete(request, AbortSignal.any([signal, late]));
    } catch (error) {
      throw explainFailure(error, signal, late);
    }
  }

  async #complete(request: ModelRequest, signal: AbortSignal) {
    if (!this.#takesSchema) return this.#send(this.#plainBody(request), signal);
    try {
      return await this.#send(this.#strictBody(request), signal);
    } catch (error) {
      if (!isUnknownForm(error)) throw error;
      const answer = await this.#send(this.#plainBody(request), signal);
      this.#takesSchema = false;
      return answer;
    }
  }

  /** Streamed so that an answer without an end is noticed; nobody sees it before it is whole and checked. */
  async #send(body: Body, signal: AbortSignal) {
    return readStream(await this.#client.chat.completions.create(body, { signal }), body);
  }

  #strictBody(request: ModelRequest): Body {
    const { name, schema } = request.answer;
    return {
      ...this.#body(request, request.system),
      stream_options: { include_usage: true },
      response_format: { type: "json_schema", json_schema: { name, strict: true, schema: { ...schema } } },
    };
  }

  /** For servers without schemas: JSON of some kind, its shape told in words. */
  #plainBody(request: ModelRequest): Body {
    const schema = JSON.stringify(request.answer.schema);
    const system = `${request.system}\n\nAnswer with one JSON object and nothing else. Its JSON schema: ${schema}`;
    return { ...this.#body(request, system), response_format: { type: "json_object" } };
  }

  #body({ turns }: ModelRequest, system: string): Body {
    const { model, temperature, maxTokens } = this.#settings;
    return {
      model,
      stream: true,
      messages: [
        { role: "system", content: system },
        ...turns.map((content, index) => ({ role: index % 2 === 0 ? "user" : "assistant", content }) as const),
      ],
      ...(temperature === null ? {} : { temperature }),
      ...(maxTokens === null ? {} : { max_completion_tokens: maxTokens }),
    };
  }
}
