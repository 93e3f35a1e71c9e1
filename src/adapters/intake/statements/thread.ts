import type { Article } from "../../../core/article.ts";
import { findStatements } from "../../../core/attribution/index.ts";
import type { Statement } from "../../../core/statement.ts";
import { serveReadings } from "../serve-readings.ts";

serveReadings<Article, readonly Statement[]>(findStatements);
