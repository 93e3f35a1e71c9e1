import { type InstallationStore, type Receiver, SocketModeReceiver } from "@slack/bolt";
import type { ClientOptions } from "./client.ts";
import { clientOptions } from "./client.ts";
import { HttpReceiver } from "./http.ts";
import { scopes } from "./manifest.ts";
import type { HttpSettings, SlackSettings } from "./settings.ts";

export interface ReceiverOptions extends Omit<ClientOptions, "timeoutMs"> {
  /** Bolt's one figure for how long a ping may stay unanswered and how long after a loss a socket is opened anew. */
  readonly socketMs: number;
  /** Where the OAuth flow keeps installations; null without one. */
  readonly installations: InstallationStore | null;
}

/** Bolt's receiver for the way Slack reaches the app. */
export function makeReceiver({ via }: SlackSettings, options: ReceiverOptions): Receiver {
  const { logger, now, socketMs } = options;
  if (via.type === "http") return new HttpReceiver({ ...via, logger, now, oauth: oauthOf(via, options) });
  const installerOptions = { clientOptions: clientOptions(options) };
  return new SocketModeReceiver({ appToken: via.appToken, logger, installerOptions, clientPingTimeout: socketMs });
}

/** Bolt's OAuth flow at /slack/install and /slack/oauth_redirect. */
function oauthOf({ oauth, signingSecret }: HttpSettings, options: ReceiverOptions) {
  if (oauth === undefined || options.installations === null) return {};
  return {
    clientId: oauth.clientId,
    clientSecret: oauth.clientSecret,
    stateSecret: signingSecret,
    scopes: scopes.map(({ scope }) => scope),
    installationStore: options.installations,
    installerOptions: { directInstall: true, clientOptions: clientOptions(options) },
  };
}
