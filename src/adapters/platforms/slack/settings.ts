/** Signed requests on a port. */
export interface HttpSettings {
  readonly type: "http";
  readonly signingSecret: string;
  readonly port: number;
  /** Lets other workspaces install the app at /slack/install; without it the token's own workspace is the only one. */
  readonly oauth?: OAuthSettings;
}

/** The app's credentials, and the secret its installations are sealed with. */
export interface OAuthSettings {
  readonly clientId: string;
  readonly clientSecret: string;
  readonly sealSecret: string;
}

export interface SlackSettings {
  readonly botToken: string;
  /** Socket Mode, or signed HTTP on a port. */
  readonly via: { readonly type: "socket"; readonly appToken: string } | HttpSettings;
  /** Where Slack's Web API is found; null for Slack's own address. */
  readonly apiUrl: string | null;
}
