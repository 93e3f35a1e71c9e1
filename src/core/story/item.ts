/** An article as a digest knows it. */
export interface StoryItem {
  readonly id: string;
  readonly title: string;
  readonly text: string;
  /** As the page or the feed gives it; what no calendar reads counts as unknown. */
  readonly publishedAt?: string;
}

/** Milliseconds since 1970, null where the item does not tell. */
export function publishedTime({ publishedAt }: StoryItem): number | null {
  const time = publishedAt === undefined ? Number.NaN : Date.parse(publishedAt);
  return Number.isNaN(time) ? null : time;
}
