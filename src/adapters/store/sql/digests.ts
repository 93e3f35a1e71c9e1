import type { Digest } from "../../../core/digest/digest.ts";
import type { Plan } from "../../../core/digest/plan.ts";
import type { DigestStore, PlannerStore, Running } from "../../../core/digest/ports.ts";
import type { SlotName, SlotTime } from "../../../core/digest/slots.ts";
import type { Job, Scope } from "../../../core/ports.ts";
import {
  type Database,
  numberIn,
  optionalNumberIn,
  optionalTextIn,
  type Row,
  type Sql,
  textIn,
  type Values,
} from "../../database/sql.ts";
import { compareText } from "../compare.ts";
import { placeOf } from "./sight.ts";

/** Adds a job to the engine's own queue, in the transaction that is given. `at` in milliseconds since 1970. */
export type Enqueue = (sql: Sql, job: Job, at: number) => Promise<void>;

const OWN = "platform = $platform AND tenant = $tenant AND channel = $channel";

/** Digests. What changes with every slot has columns; the rest is one text. */
export class SqlDigests implements DigestStore, PlannerStore {
  readonly #database: Database;
  readonly #enqueue: Enqueue;

  constructor(database: Database, enqueue: Enqueue) {
    this.#database = database;
    this.#enqueue = enqueue;
  }

  async save(digest: Digest): Promise<void> {
    const { next, lastDate, ...settings } = digest;
    await this.#database.run(
      `INSERT INTO digests (id, platform, tenant, channel, settings, last_date, next_date, next_at)
       VALUES ($id, $platform, $tenant, $channel, $settings, $lastDate, $nextDate, $nextAt)
       ON CONFLICT (id) DO UPDATE SET settings = excluded.settings, last_date = excluded.last_date,
         next_date = excluded.next_date, next_at = excluded.next_at`,
      {
        ...placeOf(digest.place),
        id: digest.id,
        settings: JSON.stringify(settings),
        lastDate,
        nextDate: next?.date ?? null,
        nextAt: next?.at ?? null,
      },
    );
  }

  async list(scope: Scope): Promise<readonly Digest[]> {
    const rows = await this.#database.all(`SELECT * FROM digests WHERE ${OWN}`, placeOf(scope));
    return rows.map(readDigest).sort((a, b) => compareText(a.name, b.name));
  }

  async remove(scope: Scope, id: string): Promise<boolean> {
    return (await this.#database.run(`DELETE FROM digests WHERE id = $id AND ${OWN}`, { ...placeOf(scope), id })) > 0;
  }

  async due(now: number, limit: number): Promise<readonly Running[]> {
    const rows = await this.#database.all(
      `SELECT * FROM (
         SELECT digests.*, row_number() OVER (PARTITION BY platform, tenant ORDER BY next_at, id) AS round
         FROM digests WHERE next_at <= $now
       ) AS due ORDER BY round, next_at, id LIMIT $limit`,
      { now, limit },
    );
    return rows.map((row) => ({ ...readDigest(row), next: nextOf(row) }));
  }

  async open(id: string): Promise<Digest | null> {
    const row = await this.#database.first("SELECT * FROM digests WHERE id = $id", { id });
    return row === undefined ? null : readDigest(row);
  }

  async plan(digest: Running, { slot, missed, next }: Plan, job: Job | null): Promise<boolean> {
    return this.#database.transaction(async (sql) => {
      const changed = await sql.run(
        `UPDATE digests SET next_date = $nextDate, next_at = $nextAt, last_date = coalesce($lastDate, last_date)
         WHERE id = $id AND next_date = $seenDate AND next_at = $seenAt`,
        {
          id: digest.id,
          nextDate: next.date,
          nextAt: next.at,
          lastDate: (slot ?? missed.at(-1))?.date ?? null,
          seenDate: digest.next.date,
          seenAt: digest.next.at,
        },
      );
      if (changed === 0) return false;
      for (const time of missed) await insertSlot(sql, digest.id, time, "missed");
      const isNew = slot !== null && (await insertSlot(sql, digest.id, slot, "planned"));
      if (isNew && job !== null) await this.#enqueue(sql, job, slot.at);
      return true;
    });
  }

  async ask(digestId: string, slot: SlotTime, job: Job, at: number): Promise<void> {
    await this.#database.transaction(async (sql) => {
      if (await insertSlot(sql, digestId, slot, "planned")) await this.#enqueue(sql, job, at);
    });
  }

  async unfinished(before: number, limit: number): Promise<readonly SlotName[]> {
    const rows = await this.#database.all(
      "SELECT digest, date FROM slots WHERE state IN ('planned', 'built') AND at < $before ORDER BY at LIMIT $limit",
      { before, limit },
    );
    return rows.map((row) => ({ digestId: textIn(row, "digest"), date: textIn(row, "date") }));
  }
}

/** False where there is such a slot already. */
async function insertSlot(sql: Sql, digest: string, { date, at }: SlotTime, state: "planned" | "missed") {
  const values: Values = { digest, date, at, state };
  const inserted = await sql.run(
    "INSERT INTO slots (digest, date, at, state) VALUES ($digest, $date, $at, $state) ON CONFLICT DO NOTHING",
    values,
  );
  return inserted > 0;
}

function readDigest(row: Row): Digest {
  const settings = JSON.parse(textIn(row, "settings")) as Omit<Digest, "next" | "lastDate">;
  const next = optionalNumberIn(row, "next_at") === null ? null : nextOf(row);
  return { ...settings, lastDate: optionalTextIn(row, "last_date"), next };
}

const nextOf = (row: Row): SlotTime => ({ date: textIn(row, "next_date"), at: numberIn(row, "next_at") });
