import { describe, expect, it } from "vitest";
import { HostLanes, type Waiting } from "../../../../src/adapters/intake/web/host-lanes.ts";

const never = new AbortController().signal;

/** Lanes whose first task on "a" runs until it is released. */
function busyLanes() {
  const lanes = new HostLanes();
  const { promise, resolve: release } = Promise.withResolvers<void>();
  const order: string[] = [];
  const enter = (name: string, waiting: Waiting = "schedule", signal: AbortSignal = never, host = "a") =>
    lanes.run(host, waiting, signal, async () => {
      order.push(name);
    });
  const first = lanes.run("a", "schedule", never, () => promise);
  return { lanes, order, enter, release, first };
}

describe("of one host", () => {
  it("tasks run one after the other, in the order they came", async () => {
    const { order, enter, release } = busyLanes();
    const others = [enter("1"), enter("2"), enter("3")];
    expect(order).toEqual([]);
    release();
    await Promise.all(others);
    expect(order).toEqual(["1", "2", "3"]);
  });

  it("a person goes before every read nobody waits for, and after the persons before", async () => {
    const { order, enter, release } = busyLanes();
    const others = [enter("poll"), enter("Ada", "person"), enter("poll 2"), enter("Bo", "person")];
    release();
    await Promise.all(others);
    expect(order).toEqual(["Ada", "Bo", "poll", "poll 2"]);
  });

  it("who gives up leaves the lane, and holds up nobody", async () => {
    const { order, enter, release } = busyLanes();
    const controller = new AbortController();
    const [given, later] = [enter("given up", "schedule", controller.signal), enter("later")];
    controller.abort();
    await expect(given).rejects.toMatchObject({ name: "AbortError" });
    release();
    await later;
    expect(order).toEqual(["later"]);
  });

  it("a task that fails makes room for the next", async () => {
    const { lanes } = busyLanes();
    await expect(lanes.run("b", "schedule", never, () => Promise.reject(new Error("no")))).rejects.toThrow("no");
    expect(await lanes.run("b", "schedule", never, async () => "yes")).toBe("yes");
  });
});

it("another host is not waited for", async () => {
  const { order, enter, release, first } = busyLanes();
  await enter("elsewhere", "schedule", never, "b");
  expect(order).toEqual(["elsewhere"]);
  release();
  await first;
});
