import type { Store } from "../../../src/core/ports.ts";

/** Gives an empty store whose clock is `now`. */
export type OpenStore = (now: () => number) => Promise<Store>;
