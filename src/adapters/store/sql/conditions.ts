import type { ArticleQuery } from "../../../core/ports.ts";
import type { Values } from "../../database/sql.ts";

/**
 * What a query asks of a row of `readings` besides words. Takes `valuesOf`. Links have no longest length, what an index holds
 * has: it has their beginnings.
 */
export const conditionsOf = ({ url, since, here }: ArticleQuery): string =>
  [
    url === undefined
      ? ""
      : `AND substr(readings.url, 1, 500) = substr(CAST($url AS TEXT), 1, 500) AND readings.url = $url`,
    since === undefined ? "" : "AND readings.read_at >= $since",
    here === undefined ? "" : "AND readings.channel = $channel",
  ].join(" ");

export const valuesOf = ({ url, since }: ArticleQuery): Values => ({
  ...(url === undefined ? {} : { url }),
  ...(since === undefined ? {} : { since }),
});
