/** An arriving command takes some turns of the event loop, from its connection to its answer: so many are left to them. */
const IDLE_TURNS = 4;

/**
 * Lets one piece of work begin at a time, in the order asked, with some turns of the event loop in between: however much
 * work waits, a command that arrives is acknowledged after one piece of it, or little more.
 */
export function createTurns(): () => Promise<void> {
  const waiting: (() => void)[] = [];
  let idle = 0;
  function spin(): void {
    idle += 1;
    if (idle >= IDLE_TURNS) {
      idle = 0;
      waiting.shift()?.();
    }
    if (waiting.length > 0) setImmediate(spin);
  }
  return () =>
    new Promise((resolve) => {
      waiting.push(resolve);
      if (waiting.length === 1) setImmediate(spin);
    });
}
