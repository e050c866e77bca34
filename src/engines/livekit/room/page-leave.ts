/**
 * Calls back when the user leaves the page (`pagehide`). LiveKit's own option also disconnects on `beforeunload`.
 * That is too early: the user may still choose to stay, and the next page may still be loading.
 */
export function onPageLeave(listener: () => void): () => void {
  window.addEventListener('pagehide', listener);
  return () => window.removeEventListener('pagehide', listener);
}
