export { findNames, type NamedEntity } from "./find-names.ts";
export { matchName, type NameMatch, sameName, sameNameAsAny } from "./match-name.ts";
export { type Attributed, resolveSpeakers } from "./resolve-speakers.ts";
