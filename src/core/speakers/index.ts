export { findNames, type NamedEntity } from "./find-names.ts";
export { matchName, type NameMatch, sameName } from "./match-name.ts";
export { type Attributed, resolveSpeakers } from "./resolve-speakers.ts";
