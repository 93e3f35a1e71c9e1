import type { ModelCall, ModelCallStore, Spending } from "../../../core/model.ts";
import type { Scope } from "../../../core/ports.ts";
import { dayOf } from "../../../core/written/budget.ts";
import { type Database, numberIn, optionalTextIn, type Row, type Sql, textIn } from "../../database/sql.ts";
import { OWN, placeOf } from "./sight.ts";

const TENANT = "platform = $platform AND tenant = $tenant";

/** Calls of models, and what each person's cost by day. */
export class SqlModelCalls implements ModelCallStore {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  async record(scope: Scope, call: ModelCall): Promise<void> {
    await this.#database.transaction(async (sql) => {
      await writeCall(sql, scope, call);
      await addSpending(sql, scope, call);
    });
  }

  async find(scope: Scope, key: string): Promise<readonly ModelCall[]> {
    const rows = await this.#database.all(`SELECT * FROM model_calls WHERE ${TENANT} AND key = $key ORDER BY step`, {
      ...tenantOf(scope),
      key,
    });
    return rows.map(readCall);
  }

  async about(scope: Scope, articleId: string, limit: number): Promise<readonly ModelCall[]> {
    const rows = await this.#database.all(
      `SELECT * FROM model_calls WHERE ${TENANT} AND article = $article ORDER BY at DESC, id DESC LIMIT $limit`,
      { ...tenantOf(scope), article: articleId, limit },
    );
    return rows.map(readCall);
  }

  async spent(scope: Scope, day: string, person: string | null): Promise<Spending> {
    const row = await this.#database.first(
      `SELECT coalesce(sum(calls), 0) AS calls, coalesce(sum(input), 0) AS input, coalesce(sum(output), 0) AS output
       FROM model_spending WHERE ${TENANT} AND day = $day ${person === null ? "" : "AND person = $person"}`,
      { ...tenantOf(scope), day, ...(person === null ? {} : { person }) },
    );
    const sums = row ?? {};
    return { calls: numberIn(sums, "calls"), input: numberIn(sums, "input"), output: numberIn(sums, "output") };
  }
}

/** Deletes the calls a channel made about an article. */
export async function forgetCalls(sql: Sql, scope: Scope, article: string): Promise<void> {
  await sql.run(`DELETE FROM model_calls WHERE ${OWN} AND article = $article`, { ...placeOf(scope), article });
}

async function writeCall(sql: Sql, scope: Scope, call: ModelCall): Promise<void> {
  const { key, step, articleId, person, prompt, model, output, failure, withheld, tokens, at } = call;
  await sql.run(`DELETE FROM model_calls WHERE ${TENANT} AND key = $key AND step = $step`, {
    ...tenantOf(scope),
    key,
    step,
  });
  await sql.run(
    `INSERT INTO model_calls (platform, tenant, channel, key, step, article, person, prompt, model, output, failure,
       withheld, input_tokens, output_tokens, at)
     VALUES ($platform, $tenant, $channel, $key, $step, $article, $person, $prompt, $model, $output, $failure,
       $withheld, $input, $outputTokens, $at)`,
    {
      ...placeOf(scope),
      key,
      step,
      article: articleId,
      person,
      prompt,
      model,
      output: output.toWellFormed(),
      failure,
      withheld: JSON.stringify(withheld),
      input: tokens.input,
      outputTokens: tokens.output,
      at,
    },
  );
}

async function addSpending(sql: Sql, scope: Scope, { person, tokens, at }: ModelCall): Promise<void> {
  await sql.run(
    `INSERT INTO model_spending (platform, tenant, person, day, calls, input, output)
     VALUES ($platform, $tenant, $person, $day, 1, $input, $output)
     ON CONFLICT (platform, tenant, day, person) DO UPDATE SET calls = model_spending.calls + 1,
       input = model_spending.input + excluded.input, output = model_spending.output + excluded.output`,
    { ...tenantOf(scope), person, day: dayOf(at), ...tokens },
  );
}

const tenantOf = ({ platform, tenant }: Scope) => ({ platform, tenant });

const readCall = (row: Row): ModelCall => ({
  key: textIn(row, "key"),
  step: numberIn(row, "step"),
  articleId: textIn(row, "article"),
  person: textIn(row, "person"),
  prompt: textIn(row, "prompt"),
  model: textIn(row, "model"),
  output: textIn(row, "output"),
  failure: optionalTextIn(row, "failure"),
  withheld: JSON.parse(textIn(row, "withheld")) as readonly string[],
  tokens: { input: numberIn(row, "input_tokens"), output: numberIn(row, "output_tokens") },
  at: numberIn(row, "at"),
});
