import { defaultCanvas } from '../layout/regions.js';
import { computed, type ReadonlySignal } from '../reactivity/signal.js';
import type { LiveCanvas, SeatInfo } from '../seat.js';
import type { SessionContext } from '../session/session-context.js';
import { seatsOf } from './seats.js';

/** Who sits where, over all linked lives; told apart by `userInfo.liveId`. */
export class LiveSeatStore {
  /** The own host first. A seat that did not change keeps its identity. */
  readonly seatList: ReadonlySignal<readonly SeatInfo[]>;
  /** The area that the seats' regions refer to. */
  readonly canvas: LiveCanvas = defaultCanvas;
  /** Volume 0–100 by user id; absent users are silent. Changes several times a second. */
  readonly speakingUsers: ReadonlySignal<ReadonlyMap<string, number>>;

  constructor({ feed }: SessionContext) {
    let earlier: readonly SeatInfo[] = [];
    this.seatList = computed(() => {
      earlier = seatsOf(feed.currentDocument.get(), feed.currentParticipants.get(), this.canvas, earlier);
      return earlier;
    });
    this.speakingUsers = feed.currentVolumes;
  }
}
