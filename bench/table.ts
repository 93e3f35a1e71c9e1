/** One measured figure. `ok` is null where there is no goal. */
export interface Row {
  readonly metric: string;
  readonly ours: number;
  readonly goal: string;
  readonly ok: boolean | null;
  /** The least the same work takes, measured in the same run. */
  readonly floor?: number;
  /** What another program takes for it, measured in the same run. */
  readonly peer?: number;
  /** What the goal speaks of where it compares: ours to the floor, or the peer to ours. */
  readonly ratio?: number;
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

/** A cost that is to stay within so many times the floor. */
export const withinTimes = (metric: string, ours: number, floor: number, goal: number): Row => ({
  metric,
  ours,
  floor,
  ratio: ours / floor,
  goal: `≤ ${goal} ×`,
  ok: ours / floor <= goal,
});

/** A cost the peer is to have so many times over. */
export const timesBelow = (metric: string, ours: number, peer: number, goal: number): Row => ({
  metric,
  ours,
  peer,
  ratio: peer / ours,
  goal: `≥ ${goal} ×`,
  ok: peer / ours >= goal,
});

/** A figure that is only told. */
export const fact = (metric: string, ours: number): Row => ({ metric, ours, goal: "", ok: null });

/** Whether nothing is below its goal. */
export const isMet = (rows: readonly Row[]): boolean => rows.every(({ ok }) => ok !== false);

const COLUMNS = ["metric", "ours", "floor", "peer", "ratio", "goal", "ok"] as const;

/** The rows as a table, one decimal; columns nothing stands in are left out. */
export function printTable(title: string, rows: readonly Row[]): void {
  const cells = rows.map(cellsOf);
  const shown = COLUMNS.filter((column) => cells.some((row) => row[column] !== ""));
  const heads = Object.fromEntries(COLUMNS.map((column) => [column, column === "metric" ? title : column]));
  const lines = [heads, ...cells].map((row) =>
    shown
      .map((column) => {
        const width = Math.max(...[heads, ...cells].map((other) => other[column]?.length ?? 0));
        return column === "metric" || column === "ok" ? row[column]?.padEnd(width) : row[column]?.padStart(width);
      })
      .join("  ")
      .trimEnd(),
  );
  process.stdout.write(`${lines.join("\n")}\n\n`);
}

function cellsOf({ metric, ours, floor, peer, ratio, goal, ok }: Row): Readonly<Record<string, string>> {
  const number = (value: number | undefined): string => value?.toFixed(1) ?? "";
  const verdict = ok === null ? "" : ok ? "ok" : "below";
  return {
    metric,
    ours: number(ours),
    floor: number(floor),
    peer: number(peer),
    ratio: number(ratio),
    goal,
    ok: verdict,
  };
}
