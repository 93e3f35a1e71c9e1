/** The engine's name, stored with every article: a new version finds the statements of old articles anew. */
export const ENGINE = "linear-9";
