import { createHash } from "node:crypto";
import type { Scope } from "../../../core/ports.ts";
import type { Values } from "../../database/sql.ts";

/** The rule of sight over a row of `readings`: the own channel, and the tenant's open ones. Takes `placeOf`. */
export const IN_SIGHT = `
  readings.platform = $platform AND readings.tenant = $tenant
  AND (readings.channel = $channel OR readings.private = 0)`;

/** The channel's own rows, whoever else may see them. Takes `placeOf`. */
export const OWN = "platform = $platform AND tenant = $tenant AND channel = $channel";

/** Values for `IN_SIGHT` and `OWN`, and the columns that name a channel. */
export const placeOf = ({ platform, tenant, channel }: Scope): Values => ({ platform, tenant, channel });

/** Who finds a reading in the full-text index: its channel, and its tenant unless it is private. */
export const sightTokens = (scope: Scope): readonly string[] =>
  scope.private ? [channelToken(scope)] : [channelToken(scope), tenantToken(scope)];

/** The words of the full-text index that stand for what a scope sees, one of which a reading has; or for its channel alone. */
export const seenTokens = (scope: Scope, here?: true): readonly string[] =>
  here ? [channelToken(scope)] : [tenantToken(scope), channelToken(scope)];

const tenantToken = ({ platform, tenant }: Scope): string => `t${hashOf(platform, tenant)}`;
const channelToken = ({ platform, tenant, channel }: Scope): string => `c${hashOf(platform, tenant, channel)}`;

/** Names of tenants and channels may hold any character; a hash is one word. `IN_SIGHT` still decides. */
const hashOf = (...names: readonly string[]): string =>
  createHash("sha256").update(JSON.stringify(names)).digest("hex").slice(0, 24);
