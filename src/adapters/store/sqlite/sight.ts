import { createHash } from "node:crypto";
import type { Scope } from "../../../core/ports.ts";
import type { Values } from "./database.ts";

/** The rule of sight over a row of `readings`: the own channel, and the tenant's open ones. Takes `placeOf`. */
export const IN_SIGHT = `
  readings.platform = $platform AND readings.tenant = $tenant
  AND (readings.channel = $channel OR readings.private = 0)`;

/** Values for `IN_SIGHT`, and the columns that name a channel. */
export const placeOf = ({ platform, tenant, channel }: Scope): Values => ({ platform, tenant, channel });

/** Who finds a reading in the full-text index: its channel, and its tenant unless it is private. */
export const sightTokens = (scope: Scope): readonly string[] =>
  scope.private ? [channelToken(scope)] : [channelToken(scope), tenantToken(scope)];

/** The part of a full-text query that keeps it to what the scope sees, or to its own channel. */
export const sightQuery = (scope: Scope, here?: true): string =>
  here ? `sight : ${channelToken(scope)}` : `sight : (${tenantToken(scope)} OR ${channelToken(scope)})`;

const tenantToken = ({ platform, tenant }: Scope): string => `t${hashOf(platform, tenant)}`;
const channelToken = ({ platform, tenant, channel }: Scope): string => `c${hashOf(platform, tenant, channel)}`;

/** Names of tenants and channels may hold any character; a hash is one word. `IN_SIGHT` still decides. */
const hashOf = (...names: readonly string[]): string =>
  createHash("sha256").update(JSON.stringify(names)).digest("hex").slice(0, 24);
