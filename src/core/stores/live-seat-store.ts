import { defaultCanvas } from '../layout/regions.js';
import { computed, type ReadonlySignal } from '../reactivity/signal.js';
import type { LiveCanvas, SeatInfo } from '../seat.js';
import type { SessionContext } from '../session/session-context.js';
import { seatLayoutOf, type SeatLayout } from './seat-layout.js';
import { seatListOf } from './seat-list.js';

/** Who sits where, over all linked lives; told apart by `userInfo.liveId`. */
export class LiveSeatStore {
  /** The own host first. A seat that did not change keeps its identity. */
  readonly seatList: ReadonlySignal<readonly SeatInfo[]>;
  /** How to lay `seatList` out on a canvas of another size. */
  readonly layout: ReadonlySignal<SeatLayout>;
  /** The area that the seats' regions refer to. */
  readonly canvas: LiveCanvas = defaultCanvas;
  /** Volume 0–100 by user id; absent users are silent. Changes several times a second. */
  readonly speakingUsers: ReadonlySignal<ReadonlyMap<string, number>>;

  constructor({ feed }: SessionContext) {
    let earlier: readonly SeatInfo[] = [];
    this.seatList = computed(() => {
      earlier = seatListOf(feed.currentDocument.get(), feed.currentParticipants.get(), this.canvas, earlier);
      return earlier;
    });
    this.layout = computed(() => seatLayoutOf(feed.currentDocument.get()));
    this.speakingUsers = feed.currentVolumes;
  }
}
