/** In milliseconds. */
export const MINUTE = 60_000;

/** "3 hours ago", in the largest unit that fits. */
export function ageInWords(age: number): string {
  const units = [
    ["day", 24 * 60 * MINUTE],
    ["hour", 60 * MINUTE],
    ["minute", MINUTE],
  ] as const;
  for (const [name, length] of units) {
    const count = Math.floor(age / length);
    if (count >= 1) return `${count} ${name}${count === 1 ? "" : "s"} ago`;
  }
  return "just now";
}
