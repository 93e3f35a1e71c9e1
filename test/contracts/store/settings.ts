import { afterEach, beforeEach, expect, it } from "vitest";
import type { Store } from "../../../src/core/ports.ts";
import type { OpenStore } from "./open.ts";
import { placeIn } from "./stored.ts";

/** Whose settings hold where. `open` gives an empty store. */
export function settingContract(open: OpenStore): void {
  let store: Store;
  beforeEach(async () => {
    store = await open(() => 1);
  });
  afterEach(() => store.close());

  it("holds a value for a channel, or for all channels of a tenant", async () => {
    await store.settings.write(placeIn("desk"), "channel", "to", "channel");
    await store.settings.write(placeIn("desk"), "tenant", "to", "me");
    expect(await store.settings.read(placeIn("desk"), "channel", "to")).toBe("channel");
    expect(await store.settings.read(placeIn("other"), "channel", "to")).toBeNull();
    expect(await store.settings.read(placeIn("other"), "tenant", "to")).toBe("me");
    expect(await store.settings.read(placeIn("desk", { tenant: "other" }), "tenant", "to")).toBeNull();
    expect(await store.settings.read(placeIn("desk", { platform: "other" }), "tenant", "to")).toBeNull();
  });

  it("replaces a value, and removes it with null", async () => {
    const desk = placeIn("desk");
    await store.settings.write(desk, "channel", "to", "me");
    await store.settings.write(desk, "channel", "to", "channel");
    expect(await store.settings.read(desk, "channel", "to")).toBe("channel");
    await store.settings.write(desk, "channel", "to", null);
    expect(await store.settings.read(desk, "channel", "to")).toBeNull();
  });
}
