/** The longest delay, milliseconds. */
export const longestDelay = 5000;

/**
 * Milliseconds to wait after failures in a row: `first` after one, doubled by each further failure, up to 5 s. Half of
 * the delay is random, so that not everything is tried again at the same moment.
 */
export function retryDelay(failures: number, first: number): number {
  return failures === 0 ? 0 : Math.min(first * 2 ** (failures - 1), longestDelay) * (0.5 + Math.random() / 2);
}
