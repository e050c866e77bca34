import type { Room } from 'livekit-server-sdk';
import { setTimeout as wait } from 'node:timers/promises';
import type { Referee } from 'live-battles/referee';
import type { Audiences } from './audience/audiences.js';
import type { ReadLiveSnapshot } from './live-snapshot.js';
import type { LiveKitBus } from './livekit-bus.js';
import type { Outage } from './outage.js';
import { isPublished } from './published-state.js';
import { isAnswer, type RoomService } from './room-service.js';
import type { StagePresence } from './stage-presence.js';
import type { StageRights } from './stage-rights.js';

export interface ReconcilerOptions {
  service: RoomService;
  referee: Pick<Referee, 'runningLiveIds'>;
  readLive: ReadLiveSnapshot;
  bus: LiveKitBus;
  presence: StagePresence;
  rights: StageRights;
  audiences: Audiences;
  outage: Outage;
  /** Milliseconds from the end of one round to the start of the next. */
  every: number;
}

/** Lives that are compared at the same time. */
const width = 8;
/** Rounds from one sweep to the next. A sweep looks at all participants of a room: its cost grows with the audience. */
const roundsPerSweep = 10;

/** Compares LiveKit with the referee's records, round after round, and repairs what lost messages have left behind. */
export class Reconciler {
  readonly #stopped = new AbortController();
  #round = 0;

  constructor(private readonly options: ReconcilerOptions) {}

  start(): void {
    void this.#run();
  }

  stop(): void {
    this.#stopped.abort();
  }

  /** One round. Ends early when LiveKit does not answer. */
  async reconcile(): Promise<void> {
    const { service, referee, bus, presence, rights, audiences, outage } = this.options;
    try {
      const rooms = new Map((await service.listRooms()).map((room) => [room.name, room]));
      const running = new Set(await referee.runningLiveIds());
      bus.forgetAllBut(running);
      presence.forgetAllBut(running);
      rights.forgetAllBut(running);
      audiences.forgetAllBut(running);
      const sweeps = this.#round++ % roundsPerSweep === 0;
      await inParallel([...running], (liveId) => this.#tryLive(liveId, rooms.get(liveId), sweeps));
      for (const liveId of rooms.keys()) if (!running.has(liveId)) await this.#closeIfEnded(liveId);
      outage.over();
    } catch (error) {
      if (!this.#stopped.signal.aborted) outage.failed(error);
    }
  }

  /** Compares one live. A refusal by LiveKit does not stop the round for the others. */
  async #tryLive(liveId: string, room: Room | undefined, sweeps: boolean): Promise<void> {
    try {
      await this.#reconcileLive(liveId, room, sweeps);
    } catch (error) {
      this.#note(error);
    }
  }

  /** Logs a refusal by LiveKit. @throws any other error: without LiveKit, the round is over. */
  #note(error: unknown): void {
    if (!isAnswer(error)) throw error;
    this.options.outage.failed(error);
  }

  async #reconcileLive(liveId: string, room: Room | undefined, sweeps: boolean): Promise<void> {
    const { readLive, bus, presence, rights, audiences } = this.options;
    const live = await readLive(liveId);
    if (live?.document.live.endedAt !== null) return;
    const { document } = live;
    if (!room) {
      presence.expectAll(live);
      audiences.roomLost(liveId);
      bus.refresh(liveId);
      return;
    }
    if (!isPublished(document, room.metadata)) bus.refresh(liveId);
    await presence.check(live).catch((error: unknown) => this.#note(error));
    if (!sweeps && !rights.isUncertain(liveId)) return;
    await audiences.heal(document, () => rights.sweep(liveId));
  }

  /** Has the room of an ended live closed. A room without a known live belongs to another app and is left alone. */
  async #closeIfEnded(liveId: string): Promise<void> {
    const live = await this.options.readLive(liveId);
    if (live && live.document.live.endedAt !== null) this.options.bus.refresh(liveId);
  }

  async #run(): Promise<void> {
    const { signal } = this.#stopped;
    while (!signal.aborted) {
      await this.reconcile();
      await wait(this.options.every, undefined, { signal }).catch(() => undefined);
    }
  }
}

async function inParallel<T>(items: T[], act: (item: T) => Promise<void>): Promise<void> {
  const worker = async (): Promise<void> => {
    for (let item = items.pop(); item !== undefined; item = items.pop()) await act(item);
  };
  await Promise.all(Array.from({ length: Math.min(width, items.length) }, worker));
}
