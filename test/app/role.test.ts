import { describe, expect, it } from "vitest";
import { readRole, requireShared } from "../../src/app/role.ts";

describe("a process's role", () => {
  it.each([
    [[], true, true, []],
    [["--role", "all"], true, true, []],
    [["--role=gateway"], true, false, []],
    [["brief", "--role", "worker", "a.txt"], false, true, ["brief", "a.txt"]],
  ])("is read from %j", (argv, isGateway, isWorker, rest) => {
    expect(readRole(argv)).toEqual({ role: { isGateway, isWorker }, rest });
  });

  it.each([[["--role"]], [["--role", "toString"]], [["--role="]], [["--role", "Worker"]]])(
    "is refused in %j",
    (argv) => {
      expect(() => readRole(argv)).toThrow("--role is one of all, gateway and worker.");
    },
  );

  it("is parted in two only where processes can share what is kept", () => {
    const { role } = readRole(["--role", "worker"]);
    expect(() => requireShared(role, null)).toThrow("DATABASE_URL");
    expect(() => requireShared(role, "postgres://x/y")).not.toThrow();
    expect(() => requireShared(readRole([]).role, null)).not.toThrow();
  });
});
