/** Discord's clock: the machine's, moved on by the test where it wants time to pass. */
export class Clock {
  #ahead = 0;
  #serial = 0n;

  now(): number {
    return Date.now() + this.#ahead;
  }

  advance(ms: number): void {
    this.#ahead += ms;
  }

  /** A new id. https://docs.discord.com/developers/reference#snowflakes */
  snowflake(): string {
    this.#serial = (this.#serial + 1n) & 0xfffn;
    return (((BigInt(this.now()) - 1_420_070_400_000n) << 22n) | this.#serial).toString();
  }

  timestamp(): string {
    return new Date(this.now()).toISOString();
  }
}
