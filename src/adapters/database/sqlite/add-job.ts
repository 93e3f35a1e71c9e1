import type { Job } from "../../../core/ports.ts";
import type { Sql } from "../sql.ts";

/** Adds a job to the file's own queue, unless it waits or runs there already. `at` in milliseconds since 1970. */
export async function addJob(sql: Sql, { kind, key, data }: Job, at: number): Promise<void> {
  await sql.run(
    `INSERT INTO jobs (kind, key, data, state, due_at) VALUES ($kind, $key, $data, 'waiting', $at)
     ON CONFLICT DO NOTHING`,
    { kind, key, data: JSON.stringify(data), at },
  );
}
