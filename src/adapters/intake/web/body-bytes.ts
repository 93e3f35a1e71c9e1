import type { IncomingMessage } from "node:http";
import { Readable, type Transform, Writable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createBrotliDecompress, createGunzip, createInflate } from "node:zlib";
import { UserError } from "../../../core/errors.ts";

const MOST_ON_THE_WIRE = 5_000_000;
const MOST_DECODED = 10_000_000;
/** Some servers compress twice by mistake; nobody means to do it more often. */
const MOST_ENCODINGS = 2;

const decoders: Readonly<Record<string, () => Transform>> = {
  gzip: () => createGunzip(),
  "x-gzip": () => createGunzip(),
  br: () => createBrotliDecompress(),
  deflate: () => createInflate(),
};

/**
 * The bytes of an answer as they were before they were compressed, counted as they come so that neither the wire nor the
 * decoder can be made to carry more than is allowed. Throws UserError "too-large" or "bad-encoding".
 */
export async function readBody(answer: IncomingMessage, signal: AbortSignal): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  let decoded = 0;
  const keep = new Writable({
    write(chunk: Buffer, _encoding, done) {
      chunks.push(chunk);
      decoded += chunk.length;
      done(decoded > MOST_DECODED ? tooLarge() : null);
    },
  });
  await pipeline([Readable.from(capped(answer)), ...findDecoders(answer), keep], { signal });
  return Buffer.concat(chunks);
}

/** The last encoding named was applied last, so it goes first. */
function findDecoders(answer: IncomingMessage): readonly Transform[] {
  const named = (answer.headers["content-encoding"] ?? "").toLowerCase().split(",");
  const encodings = named.map((name) => name.trim()).filter((name) => name !== "" && name !== "identity");
  if (encodings.length > MOST_ENCODINGS) throw badEncoding();
  return encodings.toReversed().map((name) => {
    const make = Object.hasOwn(decoders, name) ? decoders[name] : undefined;
    if (make === undefined) throw badEncoding();
    return make();
  });
}

async function* capped(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let received = 0;
  for await (const chunk of chunks) {
    received += chunk.length;
    if (received > MOST_ON_THE_WIRE) throw tooLarge();
    yield chunk;
  }
}

const tooLarge = (): UserError =>
  new UserError("unreadable", "too-large", "That page is larger than 10 MB; paste the text instead.");

const badEncoding = (): UserError =>
  new UserError(
    "unreadable",
    "bad-encoding",
    "That page is compressed in a way that is not read; paste the text instead.",
  );
