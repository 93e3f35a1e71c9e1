import type { ArticleQuery } from "../../../core/ports.ts";
import type { Values } from "../../database/sql.ts";

/** What a query asks of a row of `readings` besides words. Takes `valuesOf`. */
export const conditionsOf = ({ url, since, here }: ArticleQuery): string =>
  [
    url === undefined ? "" : "AND readings.url = $url",
    since === undefined ? "" : "AND readings.read_at >= $since",
    here === undefined ? "" : "AND readings.channel = $channel",
  ].join(" ");

export const valuesOf = ({ url, since }: ArticleQuery): Values => ({
  ...(url === undefined ? {} : { url }),
  ...(since === undefined ? {} : { since }),
});
