const framesPerSecond = 60;

/** Counts the frames that a page misses until `end` is called. */
export function frameIntervals(): { end: () => number } {
  let dropped = 0;
  let last = 0;
  let request = requestAnimationFrame(onFrame);

  function onFrame(time: number): void {
    if (last > 0) dropped += Math.max(0, Math.round(((time - last) * framesPerSecond) / 1000) - 1);
    last = time;
    request = requestAnimationFrame(onFrame);
  }

  return {
    end: () => {
      cancelAnimationFrame(request);
      return dropped;
    },
  };
}

/** Waits until the next frame has been painted. */
export async function painted(): Promise<void> {
  for (let frame = 0; frame < 2; frame++) await new Promise((resolve) => requestAnimationFrame(resolve));
}
