/** Number of linked voice lives whose seats fit side by side. */
const livesSideBySide = 2;

/**
 * Whether a link of so many voice lives shows all their seats, also empty ones. A link of more shows the hosts and the
 * guests who speak.
 */
export function showsAllSeats(liveCount: number): boolean {
  return liveCount <= livesSideBySide;
}
