/** Takes a line for the operator. Details never hold people's texts, addresses with tokens, or secrets. */
export type Log = (message: string, details: Readonly<Record<string, unknown>>) => void;
