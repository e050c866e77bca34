/** An invariant. Asked some hundred times after every command, so it does no more than it must. */
export function hold(condition: boolean, what: () => string): asserts condition {
  if (!condition) throw new Error(`does not hold: ${what()}`);
}
