import { isTaken, LiveSession, subscribe, type SeatInfo } from '../../../src/core/index.js';
import { LiveKitEngine } from '../../../src/engines/livekit/index.js';
import { hum } from './hum.js';

/** A minimal page: one session, and a video element for every seat. */
export interface SessionPageGlobals {
  session: LiveSession;
  /** Names of the stores' events, in order. */
  heard: string[];
  /** When a host's first video frame was shown: epoch milliseconds by live id. */
  firstFrames: Record<string, number>;
}

declare global {
  interface Window {
    page: SessionPageGlobals;
    openSession(options: { serverUrl: string; token: string }): void;
  }
}

window.openSession = ({ serverUrl, token }) => {
  const session = new LiveSession({ engine: new LiveKitEngine({ serverUrl, token, captureMicrophone: hum }) });
  const heard: string[] = [];
  window.page = { session, heard, firstFrames: {} };
  for (const store of [session.liveListStore, session.coHostStore, session.battleStore]) {
    store.events.onAny((name: string) => heard.push(name));
  }
  const seats = new Map<string, SeatView>();
  subscribe(session.liveSeatStore.seatList, (all) => {
    const list = all.filter(isTaken);
    for (const seat of list) {
      const { liveId } = seat.userInfo;
      const view = seats.get(liveId) ?? new SeatView(liveId);
      seats.set(liveId, view);
      view.show(seat);
    }
    for (const [liveId, view] of seats) {
      if (list.some(({ userInfo }) => userInfo.liveId === liveId)) continue;
      view.remove();
      seats.delete(liveId);
    }
  });
};

class SeatView {
  readonly #element = document.createElement('video');
  #video: SeatInfo['video'] = null;
  #detach: () => void = () => undefined;

  constructor(private readonly liveId: string) {
    document.body.append(this.#element);
  }

  show({ video }: SeatInfo): void {
    if (video === this.#video) return;
    this.#detach();
    this.#video = video;
    this.#detach = video?.attach(this.#element) ?? (() => undefined);
    if (!video) return;
    this.#element.requestVideoFrameCallback(() => (window.page.firstFrames[this.liveId] ??= Date.now()));
  }

  remove(): void {
    this.#detach();
    this.#element.remove();
  }
}
