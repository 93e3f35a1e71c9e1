/** One measured figure. `ok` is null where there is no goal. */
export interface Row {
  readonly metric: string;
  readonly ours: number;
  readonly goal: string;
  readonly ok: boolean | null;
}

/** A figure that is to reach `goal`. */
export const atLeast = (metric: string, ours: number, goal: number): Row => ({
  metric,
  ours,
  goal: `≥ ${goal}`,
  ok: ours >= goal,
});

/** A figure that is to stay within `goal`. */
export const atMost = (metric: string, ours: number, goal: number): Row => ({
  metric,
  ours,
  goal: `≤ ${goal}`,
  ok: ours <= goal,
});

/** The rows as a table, one decimal. */
export function printTable(title: string, rows: readonly Row[]): void {
  const width = Math.max(...rows.map(({ metric }) => metric.length));
  const lines = rows.map(({ metric, ours, goal, ok }) => {
    const verdict = ok === null ? "" : ok ? "ok" : "below";
    return `${metric.padEnd(width)}  ${ours.toFixed(1).padStart(7)}  ${goal.padStart(8)}  ${verdict}`.trimEnd();
  });
  process.stdout.write(`${[title, ...lines].join("\n")}\n\n`);
}
