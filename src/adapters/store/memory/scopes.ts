import type { Scope } from "../../../core/ports.ts";

export const isTenant = (a: Scope, b: Scope): boolean => a.platform === b.platform && a.tenant === b.tenant;
export const isChannel = (a: Scope, b: Scope): boolean => isTenant(a, b) && a.channel === b.channel;
