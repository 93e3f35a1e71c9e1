import { createHash, randomBytes, timingSafeEqual } from "node:crypto";
import { UserError } from "../errors.ts";
import type { Place, SettingStore } from "../ports.ts";

/** Where a channel keeps the hash of its token; the token itself is kept nowhere. */
const KEY = "push";
const SECRET_BYTES = 32;
/** "vbt_", the place, a dot, a secret: both parts as base64url. The hash is of all of it, so the place cannot be changed. */
const SHAPE = /^vbt_([\w-]{1,1000})\.[\w-]{43}$/;

/** A token with which a program may hand articles to this one place. The one before it ends. */
export async function issueToken(settings: SettingStore, place: Place): Promise<string> {
  const { platform, tenant, channel, private: isPrivate } = place;
  const where = Buffer.from(JSON.stringify([platform, tenant, channel, isPrivate])).toString("base64url");
  const token = `vbt_${where}.${randomBytes(SECRET_BYTES).toString("base64url")}`;
  await settings.write(place, "channel", KEY, hash(token));
  return token;
}

/** Ends the token of this place, if there is one. */
export const revokeToken = (settings: SettingStore, place: Place): Promise<void> =>
  settings.write(place, "channel", KEY, null);

/** The place a token is for. Throws UserError "bad-token" for one that is not, or no longer, known. */
export async function placeOfToken(settings: SettingStore, token: string): Promise<Place> {
  const [, where = ""] = SHAPE.exec(token) ?? [];
  const place = readPlace(where);
  const kept = place === null ? null : await settings.read(place, "channel", KEY);
  if (place === null || kept === null || !isSame(kept, hash(token))) throw badToken();
  return place;
}

function readPlace(where: string): Place | null {
  try {
    const [platform, tenant, channel, isPrivate] = JSON.parse(Buffer.from(where, "base64url").toString()) as unknown[];
    if (typeof platform !== "string" || typeof tenant !== "string" || typeof channel !== "string") return null;
    return { platform, tenant, channel, private: isPrivate === true, thread: null };
  } catch {
    return null;
  }
}

const hash = (token: string): string => createHash("sha256").update(token).digest("hex");

const isSame = (one: string, other: string): boolean =>
  one.length === other.length && timingSafeEqual(Buffer.from(one), Buffer.from(other));

const badToken = (): UserError =>
  new UserError(
    "forbidden",
    "bad-token",
    "That token is not known here. A manager of the channel gets one with /verbatim token new.",
  );
