/**
 * Lets one piece of work begin in each turn of the event loop, in the order asked. Between two of them the loop looks for
 * what has just arrived, so that however much work waits, a new command is acknowledged after one piece of it at most.
 */
export function createTurns(): () => Promise<void> {
  const waiting: (() => void)[] = [];
  function begin(): void {
    waiting.shift()?.();
    if (waiting.length > 0) setImmediate(begin);
  }
  return () =>
    new Promise((resolve) => {
      waiting.push(resolve);
      if (waiting.length === 1) setImmediate(begin);
    });
}
