export { findNames } from "./find-names.ts";
export { matchName, type NameMatch, sameName } from "./match-name.ts";
export type { Mention } from "./mention.ts";
export type { NamedEntity } from "./named-entity.ts";
export { resolveSpeakers } from "./resolve-speakers.ts";
