import { Counter, collectDefaultMetrics, Histogram, Registry } from "prom-client";
import type { Inbox } from "../../core/ports.ts";
import type { Outcome } from "../../core/reply.ts";
import type { Route } from "./route.ts";

/** Seconds an answer may take: a stored article is milliseconds, a page that drips is fifteen seconds. */
const BUCKETS = [0.01, 0.03, 0.1, 0.3, 1, 3, 10, 30];

/** What the process counts, in Prometheus' text format. Nothing in it names a person, a channel or an article. */
export interface Metrics {
  readonly route: Route;
  /** The same inbox, with what passes through it counted. `names` are the commands there are. */
  watch(inbox: Inbox, names: readonly string[]): Inbox;
}

export function createMetrics(): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const answers = new Counter({
    name: "verbatim_answers_total",
    help: "Answers given, by how they were asked for and how they ended",
    labelNames: ["door", "outcome"] as const,
    registers: [registry],
  });
  const seconds = new Histogram({
    name: "verbatim_answer_seconds",
    help: "Seconds from a question to its first answer",
    labelNames: ["door"] as const,
    buckets: BUCKETS,
    registers: [registry],
  });

  async function measure<T extends { readonly reply: { readonly outcome: Outcome } } | null>(
    door: string,
    work: Promise<T>,
  ): Promise<T> {
    const end = seconds.startTimer({ door });
    const answered = await work;
    end();
    answers.inc({ door, outcome: answered?.reply.outcome ?? "silence" });
    return answered;
  }

  return {
    route: {
      method: "GET",
      path: "/metrics",
      handle: async () => ({
        status: 200,
        body: await registry.metrics(),
        headers: { "content-type": registry.contentType },
      }),
    },
    watch: (inbox, names) => ({
      command: (call) => measure(names.includes(call.name) ? call.name : "unknown", inbox.command(call)),
      mention: (call) => measure("mention", inbox.mention(call)),
      press: (call) => measure(`button ${call.button}`, inbox.press(call)),
      suggest: (call) => inbox.suggest(call),
    }),
  };
}
