import { vi, type Mock } from 'vitest';

export interface FakeCamera {
  stream: MediaStream;
  stop: Mock<() => void>;
  /** Ends the track, as when the device is unplugged. */
  unplug: () => void;
}

/** A camera for tests without a DOM. */
export function fakeCamera(): FakeCamera {
  const stop = vi.fn<() => void>();
  const onEnd: (() => void)[] = [];
  const track = { stop, addEventListener: (_: 'ended', act: () => void) => onEnd.push(act) };
  const stream = { getTracks: () => [track] } as unknown as MediaStream;
  const unplug = (): void => {
    for (const act of onEnd) act();
  };
  return { stream, stop, unplug };
}
