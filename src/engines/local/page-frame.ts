/** The part of the global object that pages have and other programs lack. */
type Frames = Partial<Pick<Window, 'requestAnimationFrame' | 'cancelAnimationFrame'>>;

/** A frame where nothing is drawn, as in Node, milliseconds. */
const undrawnFrameMs = 16;
/** The longest wait for a page to draw a frame, milliseconds: a page in the background draws none. */
const longestFrameMs = 100;

/**
 * Calls back when the page draws its next frame, or after a bounded time without one.
 * @param wait Calls back once, so many milliseconds later. Returns the function that cancels the call.
 * @returns The function that cancels the call.
 */
export function onNextFrame(wait: (ms: number, then: () => void) => () => void, then: () => void): () => void {
  const { requestAnimationFrame, cancelAnimationFrame }: Frames = globalThis;
  if (!requestAnimationFrame || !cancelAnimationFrame) return wait(undrawnFrameMs, then);
  const stopWaiting = wait(longestFrameMs, () => {
    cancelAnimationFrame(frame);
    then();
  });
  const frame = requestAnimationFrame(() => {
    stopWaiting();
    then();
  });
  return () => {
    stopWaiting();
    cancelAnimationFrame(frame);
  };
}
