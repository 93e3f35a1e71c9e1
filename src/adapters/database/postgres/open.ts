import type { Client, ClientBase, Pool } from "pg";
import { numberIn } from "../sql.ts";
import { PostgresDatabase, sqlOver } from "./database.ts";
import { explainFault, tooOld } from "./faults.ts";
import { Locks } from "./locks.ts";
import { migrate } from "./migrate.ts";

export interface PostgresTools {
  /** Called once when other processes may take this one for dead: it must end, before both do the same. */
  readonly lost: () => void;
  /** Where the tables are: "verbatim" unless told otherwise. */
  readonly schema?: string;
}

/** A lost connection is told by the statement it was to run, and by `lost`; without a listener of its own it would end the process. */
const ignore = (): void => {};

/** Longest a connection may take to come about, in milliseconds. */
const CONNECT_MS = 10_000;
/** A transaction whose process is stuck lets go of its rows after so long, in milliseconds. */
const IDLE_IN_TRANSACTION_MS = 60_000;
const CONNECTIONS = 10;
/** `server_version_num` of Postgres 15. */
const OLDEST = 150_000;
/** Type numbers in `pg_type` of BIGINT and of its sums, NUMERIC; values here are times and counts, which a number holds. */
const WHOLE_NUMBERS = new Set([20, 1700]);

/**
 * Opens the database at a postgres:// address and brings its tables up to date.
 * Throws UserError: "database-unreachable", "database-refused", "database-too-old", "store-too-new" and the like.
 */
export async function openPostgres(
  url: string,
  { lost, schema = "verbatim" }: PostgresTools,
): Promise<PostgresDatabase> {
  const { default: pg } = await import("pg");
  const types = {
    getTypeParser: (type: number, format?: "text" | "binary") =>
      WHOLE_NUMBERS.has(type) ? Number : pg.types.getTypeParser(type, format),
  };
  const settings = {
    connectionString: url,
    types,
    application_name: "verbatim",
    connectionTimeoutMillis: CONNECT_MS,
    idle_in_transaction_session_timeout: IDLE_IN_TRANSACTION_MS,
    keepAlive: true,
  };
  const onConnect = async (client: ClientBase): Promise<void> => {
    client.on("error", ignore);
    await client.query(`SET search_path TO "${schema}"; SET jit TO off`);
  };
  const pool = new pg.Pool({ ...settings, max: CONNECTIONS, onConnect });
  pool.on("error", ignore);
  const connect = async (): Promise<Client> => {
    const client = new pg.Client(settings);
    client.on("error", ignore);
    await client.connect();
    return client;
  };
  return openWith(pool, connect, { lost, schema });
}

async function openWith(
  pool: Pool,
  connect: () => Promise<Client>,
  { lost, schema }: Required<PostgresTools>,
): Promise<PostgresDatabase> {
  try {
    const version = await sqlOver(pool).first("SELECT current_setting('server_version_num')::integer AS number");
    if (numberIn(version ?? {}, "number") < OLDEST) throw tooOld();
    await migrate(pool, schema);
    return new PostgresDatabase(pool, await Locks.open({ connect, lost }));
  } catch (error) {
    await pool.end();
    throw explainFault(error);
  }
}
