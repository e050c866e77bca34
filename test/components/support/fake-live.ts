import {
  CoHostLayoutTemplate,
  LiveError,
  LiveErrorCode,
  LiveSession,
  SeatLayoutTemplate,
  type BattleConfig,
  type BattleEffect,
  type BattleInfo,
  type BattleMvp,
  type BattleResult,
  type BattleStanding,
  type Contributor,
  type Engine,
  type LinkMember,
  type LiveConnection,
  type LiveSink,
  type LiveUser,
  type Participant,
  type ScoreHighlight,
  type Seat,
  type TeamStanding,
  type User,
  type VideoTrack,
} from '../../../src/core/index.js';
import type { LiveDocument } from '../../../src/protocol/index.js';
import { battleOf, documentOf, member, plainConfig, seat } from '../../core/examples.js';
import { Teller } from '../../core/teller.js';

type Gift = Omit<ScoreHighlight, 'version'>;
type Contributors = Readonly<Record<string, readonly Contributor[]>>;

export function host(name: string, extra: Partial<LiveUser> = {}): LiveUser {
  return { userId: name.toLowerCase(), userName: name, avatarUrl: '', liveId: `live_${name.toLowerCase()}`, ...extra };
}

export const ann = host('Ann');
export const bob = host('Bob');
export const cyd = host('Cyd');

/** A result. Win streaks are 0 unless given. */
export function resultOf(
  standings: readonly (Omit<BattleStanding, 'winStreak'> & { winStreak?: number })[],
  { teams = [], mvp = null }: { teams?: readonly TeamStanding[]; mvp?: BattleMvp | null } = {},
): BattleResult {
  return { standings: standings.map((standing) => ({ winStreak: 0, ...standing })), teams, mvp };
}

/** A live that the test controls: an engine whose document, scores and volumes the test sets. */
export class FakeLive implements Engine {
  readonly session = new LiveSession({ engine: this });
  readonly calls: string[] = [];
  sink: Teller | null = null;
  me: User = { userId: 'viewer', userName: 'Viewer', avatarUrl: '' };
  joinError: unknown = null;
  /** How far the referee's clock is ahead of this machine's, milliseconds. */
  clockAhead = 0;
  hosts: readonly LiveUser[] = [ann];
  battle: BattleInfo | null = null;
  template: CoHostLayoutTemplate = CoHostLayoutTemplate.hostDynamicGrid;
  /** Layout of the live while it is not linked. */
  seatTemplate: SeatLayoutTemplate = SeatLayoutTemplate.videoDynamicGrid9Seats;
  /** Seats of the live. Null: nine seats, the owner on the first. */
  seats: readonly Seat[] | null = null;
  /** Seats of linked voice lives, by live id. */
  readonly otherSeats = new Map<string, readonly Seat[]>();
  /** Win streaks by user id of the host. */
  readonly winStreaks = new Map<string, number>();
  endedReason: 'ended-by-host' | null = null;
  readonly tracks = new Map<string, VideoTrack>();
  readonly lost = new Set<string>();
  #revision = 0;
  #version = 0;

  login(): Promise<User> {
    this.calls.push('login');
    return Promise.resolve(this.me);
  }

  serverTime(): Promise<number> {
    return Promise.resolve(this.now());
  }

  now(): number {
    return Date.now() + this.clockAhead;
  }

  fetchLiveList(): Promise<{ lives: []; cursor: string }> {
    return Promise.resolve({ lives: [], cursor: '' });
  }

  fetchLive(): Promise<never> {
    return Promise.reject(new LiveError(LiveErrorCode.liveNotFound, 'a fake knows no other live'));
  }

  execute(): Promise<never> {
    return Promise.reject(new Error('a fake executes nothing'));
  }

  join(liveId: string, sink: LiveSink): Promise<LiveConnection> {
    this.calls.push(`join ${liveId}`);
    // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors -- whatever the test wants thrown
    if (this.joinError) return Promise.reject(this.joinError);
    const tell = new Teller(sink);
    this.sink = tell;
    tell.connection('connected');
    this.push();
    return Promise.resolve({
      setCameraEnabled: async () => {},
      setMicrophoneEnabled: async () => {},
      startAudio: async () => {
        this.calls.push('startAudio');
        tell.audioBlocked(false);
      },
      setLiveMuted: () => {},
      close: async () => {
        this.calls.push(`close ${liveId}`);
        this.sink = null;
      },
    });
  }

  async logout(): Promise<void> {
    this.calls.push('logout');
  }

  async enter(...hosts: LiveUser[]): Promise<this> {
    if (hosts.length > 0) this.hosts = hosts;
    await this.session.liveListStore.joinLive({ liveId: this.hosts[0]!.liveId });
    return this;
  }

  /** Delivers the current state of the live. */
  push(): void {
    const document = this.document();
    this.sink?.document(document);
    const { liveId } = document.live;
    const seated = [[liveId, document.seats] as const, ...this.otherSeats].flatMap(([of, seats]) =>
      seats.flatMap(({ occupant }) => (occupant ? [{ userId: occupant.userId, liveId: of }] : [])),
    );
    const others = this.hosts.filter((other) => !seated.some(({ userId }) => userId === other.userId));
    this.sink?.participants([...seated, ...others].map((user) => this.participant(user)));
  }

  seat(...hosts: LiveUser[]): void {
    this.hosts = hosts;
    this.push();
  }

  /** Starts a battle. In a countdown `startedAgo` (seconds) is negative. */
  startBattle({ seconds = 60, users = this.hosts, startedAgo = 0, countdown = 0, ...config }: FakeBattle = {}): void {
    const startedAt = this.now() - startedAgo * 1000;
    this.#version = 0;
    this.battle = battleOf([], {
      battleId: `battle${this.#revision}`,
      config: { ...plainConfig, duration: seconds, countdown, ...config },
      inviter: users[0]!,
      users: users.map((user) => ({ ...user, exited: false })),
      phase: countdown > 0 ? 'countdown' : 'running',
      startedAt,
      endsAt: startedAt + seconds * 1000,
    });
    this.push();
  }

  score(totals: Record<string, number>, contributors: Contributors = {}, highlights: readonly Gift[] = []): void {
    const version = ++this.#version;
    this.sink?.scores(
      { battleId: this.battle!.battleId, version, totals, contributors },
      highlights.map((gift) => ({ ...gift, version })),
    );
  }

  /** The effects that the running battle has from now on. */
  setEffects(...effects: readonly BattleEffect[]): void {
    const endsAt = effects.findLast((effect) => effect.type === 'extend')?.to ?? this.battle!.endsAt;
    this.battle = { ...this.battle!, effects, endsAt };
    this.push();
  }

  /** So many seconds, from now or later on. */
  period(seconds: number, after = 0): { from: number; to: number } {
    const from = this.now() + after * 1000;
    return { from, to: from + seconds * 1000 };
  }

  endBattle(result: BattleResult, { endedAgo = 0 } = {}): void {
    const endedAt = this.now() - endedAgo * 1000;
    this.battle = { ...this.battle!, phase: 'over', endedAt, endedReason: 'time-over', result };
    this.push();
  }

  /** Ends the countdown. */
  runBattle(): void {
    this.battle = { ...this.battle!, phase: 'running' };
    this.push();
  }

  /** Ends the battle with a result and begins the penalty. */
  startPenalty(result: BattleResult, { seconds = 30, endedAgo = 0 } = {}): void {
    const endedAt = this.now() - endedAgo * 1000;
    const config = { ...this.battle!.config, penalty: seconds };
    const penaltyEndsAt = endedAt + seconds * 1000;
    this.battle = {
      ...this.battle!,
      config,
      phase: 'penalty',
      endedAt,
      endedReason: 'time-over',
      result,
      penaltyEndsAt,
    };
    this.push();
  }

  endPenalty(): void {
    this.battle = { ...this.battle!, phase: 'over', penaltyEndedReason: 'time-over' };
    this.push();
  }

  private participant({ userId, liveId }: { userId: string; liveId: string }): Participant {
    const video = this.tracks.get(userId) ?? null;
    return { userId, liveId, video, cameraStatus: video ? 'on' : 'off', microphoneStatus: video ? 'on' : 'off' };
  }

  private document(): LiveDocument {
    const owner = this.hosts[0]!;
    const members = this.hosts.map(({ liveId, userId, ...user }, index): LinkMember => ({
      ...member(userId, { ...user, liveId }),
      joinedAt: index,
      lostAt: this.lost.has(userId) ? 1 : null,
      winStreak: this.winStreaks.get(userId) ?? 0,
      seats: this.otherSeats.get(liveId) ?? [],
    }));
    const base = documentOf(owner.userId);
    const [, ...rest] = base.seats;
    return {
      ...base,
      revision: ++this.#revision,
      live: {
        ...base.live,
        liveId: owner.liveId,
        liveName: owner.userName,
        seatLayoutTemplate: this.seatTemplate,
        liveOwner: owner,
        endedAt: this.endedReason && 1,
        endedReason: this.endedReason,
      },
      seats: this.seats ?? [seat(0, owner.userId, { userName: owner.userName, avatarUrl: owner.avatarUrl }), ...rest],
      hostLostAt: members[0]!.lostAt,
      link: members.length > 1 ? { linkId: 'link', layoutTemplate: this.template, members } : null,
      battle: this.battle,
      board: this.battle && { battleId: this.battle.battleId, version: 0, totals: {}, contributors: {} },
    };
  }
}

interface FakeBattle extends Partial<BattleConfig> {
  seconds?: number;
  users?: readonly LiveUser[];
  startedAgo?: number;
}
