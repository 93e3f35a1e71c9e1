import { Agent, request } from "node:http";
import { setTimeout as wait } from "node:timers/promises";
import { People } from "../../test/standins/slack/actions.ts";
import type { SlackServer } from "../../test/standins/slack/server.ts";

/** A connection nobody uses is closed by us first: Node's servers do it after five seconds, perhaps while a command is on its way. */
const IDLE_MS = 3_000;

export interface Load {
  readonly slack: SlackServer;
  readonly perSecond: number;
  readonly count: number;
  /** What stands behind `/brief` in the n-th command; for "" it is a bare `/said`. */
  lineOf(index: number): string;
}

/** Sends commands at a steady rate, whether or not earlier ones were answered. Gives milliseconds from the due time of each to its acknowledgement, in order. */
export async function sendCommands(
  port: number,
  { slack, perSecond, count, lineOf }: Load,
): Promise<readonly number[]> {
  const people = new People(slack);
  const agent = new Agent({ keepAlive: true, maxSockets: 256, timeout: IDLE_MS });
  const started = performance.now();
  const answers: Promise<number>[] = [];
  for (let index = 0; index < count; index += 1) {
    const due = started + (index * 1000) / perSecond;
    const early = due - performance.now();
    if (early > 1) await wait(early);
    const line = lineOf(index);
    const { payload } = people.slash(line === "" ? "/said" : "/brief", line);
    const body = new URLSearchParams(
      Object.entries(payload).map(([key, value]): [string, string] => [key, String(value)]),
    ).toString();
    answers.push(post(port, agent, body, slack.http.sign(body)).then((at) => at - due));
  }
  const took = await Promise.all(answers);
  agent.destroy();
  return took;
}

function post(port: number, agent: Agent, body: string, signature: Readonly<Record<string, string>>): Promise<number> {
  return new Promise((resolve, reject) => {
    const headers = { ...signature, "content-type": "application/x-www-form-urlencoded" };
    const sent = request(
      { port, host: "127.0.0.1", method: "POST", path: "/slack/events", agent, headers },
      (response) => {
        if (response.statusCode !== 200) reject(new Error(`Expected 200, got ${response.statusCode}`));
        response.resume().on("end", () => resolve(performance.now()));
      },
    );
    sent.on("error", reject).end(body);
  });
}

export const quantile = (values: readonly number[], share: number): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length * share)] ?? Number.NaN;
