/**
 * Search has two stages: the newest hits are collected, then ranked among themselves.
 * Ranking every hit of a common word would cost seconds in a large store.
 */
export const NEWEST_HITS = 300;

/** How many turns a place remembers: what a follow-up refers to is near. */
export const LAST_TURNS = 20;

/** How long the key of a finished delivery is known, in milliseconds: seven days. Platforms repeat an event within hours. */
export const KEPT_FOR = 7 * 24 * 60 * 60 * 1000;
