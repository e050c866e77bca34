import {
  LiveError,
  LiveErrorCode,
  type BattleResult,
  type BattleStanding,
  type Engine,
  type LiveConnection,
  type LivePage,
  type LiveSink,
  type Participant,
  type ScoreBoard,
  type User,
} from '../../../../src/core/index.js';
import type { LiveDocument } from '../../../../src/protocol/index.js';
import type { Person } from '../../page/peer.js';
import { battleId, benchDocument } from './bench-document.js';
import { WholeValues } from './whole-values.js';

/** Enough for the changes of several frames. */
const madeAhead = 64;
const noContributors: ScoreBoard['contributors'] = {};
const noHighlights: readonly never[] = [];

function resultOf(totals: Readonly<Record<string, number>>): BattleResult {
  const ranked = Object.entries(totals).sort(([, a], [, b]) => b - a);
  const standings = ranked.map(([userId, score], index): BattleStanding => ({
    userId,
    score,
    rank: index + 1,
    outcome: index === 0 ? 'win' : 'lose',
    winStreak: index === 0 ? 1 : 0,
  }));
  return { standings, teams: [], mvp: null };
}

/**
 * An engine that hands over what the bench sends, and does nothing else. To bring board and volumes up to date
 * for each packet is the feed's cost, as the contract wants the whole value each time; the page `feed` shows it alone.
 * All that happens after `receive` is the kit's cost.
 */
export class LeanEngine implements Engine {
  #sink: LiveSink | null = null;
  #document: LiveDocument;
  readonly #totals: WholeValues<Record<string, number>>;
  readonly #volumes: WholeValues<Map<string, number>>;
  #hasSpoken = false;
  #hasScored = false;
  #version = 0;

  constructor(private readonly people: readonly Person[]) {
    this.#document = benchDocument(people, 1);
    const userIds = people.map(({ userId }) => userId);
    const silent = { userId: userIds[0]!, value: 0 };
    const noPoints = (): Record<string, number> => Object.fromEntries(userIds.map((userId) => [userId, 0]));
    this.#totals = new WholeValues(madeAhead, noPoints, silent, (totals, userId, points) => {
      totals[userId] = points;
    });
    this.#volumes = new WholeValues(
      madeAhead,
      () => new Map<string, number>(),
      silent,
      (volumes, userId, volume) => {
        if (volume > 0) volumes.set(userId, volume);
        else volumes.delete(userId);
      },
    );
  }

  score(index: number, points: number): void {
    this.#hasScored = true;
    this.#totals.add(this.people[index]!.userId, points);
  }

  level(index: number, level: number): void {
    this.#hasSpoken = true;
    this.#volumes.add(this.people[index]!.userId, level * 100);
  }

  /** Hands over what has changed since the last packet. */
  deliver(): void {
    if (this.#hasSpoken) {
      this.#hasSpoken = false;
      this.#sink?.receive({ type: 'speaking', volumes: this.#volumes.current });
    }
    if (this.#hasScored) {
      this.#hasScored = false;
      const board = { battleId, version: ++this.#version, totals: this.#totals.current, contributors: noContributors };
      this.#sink?.receive({ type: 'scores', board, highlights: noHighlights });
    }
  }

  /** Ends the battle, with a result by points. */
  end(): void {
    const endedAt = Date.now();
    const result = resultOf(this.#totals.current);
    const battle = { ...this.#document.battle!, phase: 'over', endedAt, endedReason: 'time-over', result } as const;
    this.#document = { ...this.#document, revision: this.#document.revision + 1, battle };
    this.#sink?.receive({ type: 'document', document: this.#document });
  }

  async join(_liveId: string, sink: LiveSink): Promise<LiveConnection> {
    this.#sink = sink;
    sink.receive({ type: 'connection', state: 'connected' });
    sink.receive({ type: 'document', document: this.#document });
    const participants = this.people.map(({ userId, liveId }): Participant => ({
      userId,
      liveId,
      microphoneStatus: 'off',
      cameraStatus: 'off',
      video: null,
    }));
    sink.receive({ type: 'participants', participants });
    const done = async (): Promise<void> => undefined;
    return {
      setCameraEnabled: done,
      setMicrophoneEnabled: done,
      startAudio: done,
      setLiveMuted: () => undefined,
      close: done,
    };
  }

  async login(): Promise<User> {
    return { userId: 'viewer', userName: 'Viewer', avatarUrl: '' };
  }

  async serverTime(): Promise<number> {
    return Date.now();
  }

  async fetchLiveList(): Promise<LivePage> {
    return { lives: [], cursor: '' };
  }

  async fetchLive(): Promise<never> {
    throw new LiveError(LiveErrorCode.liveNotFound, 'the bench has one live');
  }

  async execute(): Promise<never> {
    throw new LiveError(LiveErrorCode.noPermission, 'the bench executes nothing');
  }

  async logout(): Promise<void> {
    this.#sink = null;
  }
}
