import type { Command } from "../src/core/command/index.ts";
import brief from "./brief.ts";
import check from "./check.ts";
import digest from "./digest.ts";
import said from "./said.ts";
import source from "./source.ts";
import { defineVerbatim } from "./verbatim.ts";

const others: readonly Command[] = [brief, said, check, digest, source];

/** Every command, in the order help shows them. */
export const commands: readonly Command[] = [...others, defineVerbatim(others)];
