/** How often a job is tried before it is kept as failed; a process killed meanwhile counts as a try. Over 40 minutes in all. */
export const MOST_TRIES = 10;

/** The pause after the first try, in seconds; it doubles with every try up to `LONGEST_PAUSE`. */
export const FIRST_PAUSE = 5;
export const LONGEST_PAUSE = 900;

/** How long a failed job is kept for whoever looks into it, in seconds: an hour; why it failed stays in the log. */
export const FAILED_KEPT_FOR = 60 * 60;

/** How long `stop` waits for what is under way, in milliseconds. */
export const GRACE = 8_000;
