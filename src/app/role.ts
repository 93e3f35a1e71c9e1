import { UserError } from "../core/errors.ts";

/** What a process does: talk to the platforms (gateway), work off the queue (worker), or both. */
export interface Role {
  readonly isGateway: boolean;
  readonly isWorker: boolean;
}

const ROLES: Readonly<Record<string, Role>> = {
  all: { isGateway: true, isWorker: true },
  gateway: { isGateway: true, isWorker: false },
  worker: { isGateway: false, isWorker: true },
};

/** The role asked for (`--role worker`, `--role=worker`), and the arguments besides. Throws UserError "bad-role". */
export function readRole(argv: readonly string[]): { readonly role: Role; readonly rest: readonly string[] } {
  const at = argv.findIndex((word) => word === "--role" || word.startsWith("--role="));
  if (at === -1) return { role: ROLES.all as Role, rest: argv };
  const flag = argv[at] ?? "";
  const isJoined = flag.includes("=");
  const name = isJoined ? flag.slice(flag.indexOf("=") + 1) : (argv[at + 1] ?? "");
  const role = Object.hasOwn(ROLES, name) ? ROLES[name] : undefined;
  if (role === undefined) throw new UserError("usage", "bad-role", "--role is one of all, gateway and worker.");
  return { role, rest: argv.toSpliced(at, isJoined ? 1 : 2) };
}

/** Processes share Postgres alone. Throws UserError "role-needs-postgres". */
export function requireShared({ isGateway, isWorker }: Role, databaseUrl: string | null): void {
  if ((isGateway && isWorker) || databaseUrl !== null) return;
  throw new UserError(
    "usage",
    "role-needs-postgres",
    "The embedded database is for one process, which does everything. Leave --role out, or set DATABASE_URL to a Postgres.",
  );
}
