import type { Answer, Route } from "./route.ts";

/**
 * `/healthz`: the process answers. `/readyz`: it may be given work, as `isReady` says; 503 otherwise, so that whoever
 * balances load or restarts processes waits.
 */
export function healthRoutes(isReady: () => Promise<boolean>): readonly Route[] {
  return [
    { method: "GET", path: "/healthz", handle: async () => ({ status: 200, body: "ok\n" }) },
    {
      method: "GET",
      path: "/readyz",
      handle: async () => ((await isReady().catch(() => false)) ? READY : NOT_READY),
    },
  ];
}

const READY: Answer = { status: 200, body: "ready\n" };
const NOT_READY: Answer = { status: 503, body: "not ready\n", headers: { "retry-after": "5" } };
