/** Tokens as the platforms and model vendors shape them, JSON Web Tokens, and addresses that carry a token. */
const SECRET_SHAPES =
  /(?<![\w-])(?:xox[a-z]-|xapp-|vbt_|sk-|eyJ)[\w.-]{8,}|\bhooks\.slack\.com\/[^\s"']+|\/(?:webhooks|interactions)\/\d+\/[\w-]+/g;

/** Takes out what is or looks like a secret, wherever it stands: by value, as it is and as JSON writes it, and by shape. */
export function createScrub(secrets: readonly string[]): (text: string) => string {
  const values = new Set(secrets.flatMap((secret) => [secret, JSON.stringify(secret).slice(1, -1)]));
  return (text) =>
    [...values].reduce((rest, value) => rest.replaceAll(value, "[secret]"), text).replace(SECRET_SHAPES, "[secret]");
}
