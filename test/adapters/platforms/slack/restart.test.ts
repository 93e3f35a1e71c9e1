import { describe, expect, it } from "vitest";
import type { DeliveryStore } from "../../../../src/core/ports.ts";
import type { Reply } from "../../../../src/core/reply.ts";
import { MemoryDeliveries } from "../../../standins/deliveries.ts";
import { FakeInbox, sayToChannel } from "../../../standins/inbox.ts";
import { BOT_TOKEN } from "../../../standins/slack/server.ts";
import { openBench } from "./bench.ts";
import { openSlack } from "./chat.ts";

describe("stop", () => {
  it("leaves work that takes too long for the next start, and tells it so", async () => {
    const { chat, inbox, deliveries } = await openBench({ timing: { graceMs: 20 } });
    inbox.onMention = ({ signal }) =>
      new Promise((_, reject) => signal.addEventListener("abort", () => reject(signal.reason)));
    await chat.mention("hello", "channel").acknowledged;
    await chat.platform.stop();
    expect(chat.posted()).toEqual([]);
    expect(await deliveries.unfinished("slack")).toHaveLength(1);
    inbox.onMention = () => sayToChannel("after the restart");
    const next = await openSlack({ via: "socket", inbox, deliveries, server: chat.server });
    await next.waitForPosts(1);
    await next.platform.stop();
    expect(next.posted()).toMatchObject([{ text: "after the restart" }]);
    expect(await deliveries.unfinished("slack")).toEqual([]);
  });

  it("waits no longer than its patience for a post that hangs", async () => {
    const { chat } = await openBench({ timing: { graceMs: 20, callMs: 2_000 } });
    chat.server.fail("chat.postMessage", { type: "silence", done: false });
    const post = chat.platform.post(chat.place, sayToChannel("digest"), "d1").catch(() => undefined);
    const from = performance.now();
    await chat.platform.stop();
    expect(performance.now() - from).toBeLessThan(1_500);
    await post;
  });

  it("before the start does nothing", async () => {
    const { chat } = await openBench();
    await chat.platform.stop();
    await expect(chat.platform.stop()).resolves.toBeUndefined();
  });
});

describe("after a crash", () => {
  /** An outbox that dies once, as a killed process does, at a named step. */
  class DyingDeliveries extends MemoryDeliveries {
    dieAt: "begin" | "finish" | null = null;

    override async begin(...args: Parameters<DeliveryStore["begin"]>) {
      const row = await super.begin(...args);
      if (this.dieAt === "begin") throw new Error("killed after the claim");
      return row;
    }

    override async finish(...args: Parameters<DeliveryStore["finish"]>) {
      if (this.dieAt === "finish") throw new Error("killed before the mark");
      await super.finish(...args);
    }
  }

  it.each(["begin", "finish"] as const)("at %s an answer stands once", async (step) => {
    const deliveries = new DyingDeliveries();
    const { chat, inbox } = await openBench({ deliveries });
    deliveries.dieAt = step;
    await chat.mention("hello", "channel").acknowledged;
    await chat.platform.stop();
    expect(await deliveries.unfinished("slack")).toHaveLength(1);
    deliveries.dieAt = null;
    const next = await openSlack({ via: "socket", inbox: new FakeInbox(), deliveries, server: chat.server });
    await expect.poll(() => deliveries.all().map(({ state }) => state)).toEqual(["done"]);
    await next.platform.stop();
    expect(next.posted()).toMatchObject([{ text: "a mention's answer" }]);
    expect(inbox.mentions).toHaveLength(1);
  });

  it("a private answer, which leaves no trace to look for, is not shown again", async () => {
    const deliveries = new DyingDeliveries();
    const { chat } = await openBench({ deliveries });
    deliveries.dieAt = "finish";
    await chat.command("brief", "last").acknowledged;
    await chat.platform.stop();
    deliveries.dieAt = null;
    const next = await openSlack({ via: "socket", inbox: new FakeInbox(), deliveries, server: chat.server });
    await expect.poll(() => deliveries.all().map(({ state }) => state)).toEqual(["failed"]);
    await next.platform.stop();
    expect(next.posted()).toMatchObject([{ text: "a command's answer", audience: "asker" }]);
  });

  it("a private answer that was not begun is shown", async () => {
    const { chat, inbox, deliveries } = await openBench({ timing: { graceMs: 20 } });
    inbox.onCommand = ({ signal }) =>
      new Promise((_, reject) => signal.addEventListener("abort", () => reject(signal.reason)));
    await chat.command("brief", "last").acknowledged;
    await chat.platform.stop();
    const next = await openSlack({ via: "socket", inbox: new FakeInbox(), deliveries, server: chat.server });
    await next.waitForPosts(1);
    await next.platform.stop();
    expect(next.posted()).toMatchObject([{ text: "a command's answer", audience: "asker" }]);
  });

  it("a post for Platform.post left behind is posted, once", async () => {
    const deliveries = new DyingDeliveries();
    const { chat } = await openBench({ deliveries });
    deliveries.dieAt = "begin";
    await expect(chat.platform.post(chat.place, sayToChannel("digest"), "d1")).rejects.toThrow("killed");
    await chat.platform.stop();
    deliveries.dieAt = null;
    const next = await openSlack({ via: "socket", inbox: new FakeInbox(), deliveries, server: chat.server });
    await next.platform.post(chat.place, sayToChannel("digest"), "d1");
    await next.platform.stop();
    expect(next.posted()).toMatchObject([{ text: "digest", thread: null }]);
  });

  it("a row nobody can read is given up", async () => {
    const deliveries = new MemoryDeliveries();
    await deliveries.accept("slack", "old", "not json");
    await deliveries.accept("slack", "odd", '{"type":"dance"}');
    const { chat } = await openBench({ deliveries });
    await chat.platform.stop();
    expect(deliveries.all().map(({ state }) => state)).toEqual(["failed", "failed"]);
  });
});

describe("an outbox that cannot keep anything", () => {
  class FullDeliveries extends MemoryDeliveries {
    override accept(): Promise<boolean> {
      return Promise.reject(new Error("disk full"));
    }
  }

  it.each(["socket", "http"] as const)("lets a command's asker know over %s, with a reference", async (via) => {
    const { chat, inbox } = await openBench({ via, deliveries: new FullDeliveries() });
    await chat.command("brief", "last").acknowledged;
    const [posted] = await chat.waitForPosts(1);
    expect(posted).toMatchObject({
      audience: "asker",
      text: expect.stringContaining(chat.faults[0]?.reference ?? "none"),
    });
    expect(inbox.commands).toEqual([]);
    expect(chat.late()).toEqual([]);
  });

  it("does not acknowledge an event, so that it comes again", async () => {
    const { chat } = await openBench({ via: "http", deliveries: new FullDeliveries() });
    const [event] = chat.people.eventsOf(chat.people.write("<@U0BOT> hello"));
    if (event === undefined) throw new Error("Expected an event");
    expect(await chat.people.send(event)).toMatchObject({ status: 500 });
  });
});

describe("what is kept and logged", () => {
  it("holds no token and no address that lets its holder post", async () => {
    const { chat, inbox, deliveries } = await openBench();
    inbox.onCommand = () => Promise.reject(new Error("fault"));
    const secrets = [BOT_TOKEN, "verification-token", "/response/"];
    await chat.command("brief", "last").acknowledged;
    chat.server.fail("response_url", { type: "reset", done: false });
    await chat.command("brief", "last").acknowledged;
    chat.server.fail("chat.postMessage", { type: "refused", code: "invalid_auth" });
    await chat.mention("hello", "channel").acknowledged;
    await chat.platform.stop();
    const kept = JSON.stringify([deliveries.all(), chat.log, chat.faults.map(({ error }) => String(error))]);
    expect(secrets.filter((secret) => kept.includes(secret))).toEqual([]);
    expect(deliveries.all()).toHaveLength(3);
  });
});

describe("the start", () => {
  it("says what to do where Slack refuses the token", async () => {
    const { chat } = await openBench();
    chat.server.fail("auth.test", { type: "refused", code: "invalid_auth" });
    const opening = openSlack({
      via: "socket",
      inbox: new FakeInbox(),
      deliveries: new MemoryDeliveries(),
      server: chat.server,
    });
    await expect(opening).rejects.toMatchObject({
      code: "slack-token",
      message: expect.stringContaining("SLACK_BOT_TOKEN"),
    });
  });

  it("says what to do where Slack opens no socket", async () => {
    const { chat } = await openBench();
    chat.server.fail("apps.connections.open", { type: "refused", code: "invalid_auth" });
    const [inbox, deliveries] = [new FakeInbox(), new MemoryDeliveries()];
    const opening = openSlack({ via: "socket", inbox, deliveries, server: chat.server });
    await expect(opening).rejects.toMatchObject({
      code: "slack-start",
      message: expect.stringContaining("SLACK_APP_TOKEN"),
    });
  });

  it("goes on over a new socket when Slack renews the old one", async () => {
    const { chat, inbox } = await openBench();
    const asked = new Promise<Reply | null>((resolve) => {
      inbox.onMention = () => {
        resolve(null);
        return null;
      };
    });
    await chat.server.sockets.renew();
    await chat.mention("hello", "channel").acknowledged;
    await asked;
    expect(chat.late()).toEqual([]);
  });
});
