/**
 * Calls back when the page goes. LiveKit's client would do so earlier, before a user has answered whether to leave at all,
 * and while the next page is still awaited.
 */
export function onPageLeave(listener: () => void): () => void {
  window.addEventListener('pagehide', listener);
  return () => window.removeEventListener('pagehide', listener);
}
