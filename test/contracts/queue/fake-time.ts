interface Alarm {
  readonly at: number;
  readonly ring: () => void;
}

/** A clock that moves when it is told to, with timers that ring as it passes them. */
export class FakeTime {
  #now = Date.UTC(2026, 0, 1);
  readonly #alarms = new Set<Alarm>();

  readonly now = (): number => this.#now;

  readonly timer = (ring: () => void, ms: number): (() => void) => {
    const alarm = { at: this.#now + ms, ring };
    this.#alarms.add(alarm);
    return () => this.#alarms.delete(alarm);
  };

  tick(ms: number): void {
    this.#now += ms;
    for (const alarm of this.#alarms) {
      if (alarm.at > this.#now) continue;
      this.#alarms.delete(alarm);
      alarm.ring();
    }
  }
}
