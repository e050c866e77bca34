import {
  CoHostLayoutTemplate,
  LiveSession,
  type BattleInfo,
  type BattleResult,
  type Engine,
  type LinkMember,
  type LiveConnection,
  type LiveDocument,
  type LiveSink,
  type LiveUser,
  type Participant,
  type User,
  type VideoTrack,
} from '../../../src/core/index.js';

export function host(name: string, extra: Partial<LiveUser> = {}): LiveUser {
  return { userId: name.toLowerCase(), userName: name, avatarUrl: '', liveId: `live_${name.toLowerCase()}`, ...extra };
}

export const ann = host('Ann');
export const bob = host('Bob');
export const cyd = host('Cyd');

/** A live under the test's thumb: an engine whose document, scores and volumes are whatever the test says. */
export class FakeLive implements Engine {
  readonly session = new LiveSession({ engine: this });
  readonly calls: string[] = [];
  sink: LiveSink | null = null;
  me: User = { userId: 'viewer', userName: 'Viewer', avatarUrl: '' };
  joinError: unknown = null;
  /** What the referee's clock is ahead of this machine's, milliseconds. */
  clockAhead = 0;
  hosts: readonly LiveUser[] = [ann];
  battle: BattleInfo | null = null;
  template: CoHostLayoutTemplate = CoHostLayoutTemplate.hostDynamicGrid;
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

  execute(): Promise<never> {
    return Promise.reject(new Error('a fake executes nothing'));
  }

  join(liveId: string, sink: LiveSink): Promise<LiveConnection> {
    this.calls.push(`join ${liveId}`);
    // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors -- whatever the test wants thrown
    if (this.joinError) return Promise.reject(this.joinError);
    this.sink = sink;
    sink.connection('connected');
    this.push();
    return Promise.resolve({
      setCameraEnabled: async () => {},
      setMicrophoneEnabled: async () => {},
      startAudio: async () => {
        this.calls.push('startAudio');
        sink.audioBlocked(false);
      },
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

  /** Delivers the live as it now is. */
  push(): void {
    this.sink?.document(this.document());
    this.sink?.participants(
      this.hosts.map(({ userId, liveId }): Participant => {
        const video = this.tracks.get(userId) ?? null;
        return { userId, liveId, video, cameraStatus: video ? 'on' : 'off', microphoneStatus: video ? 'on' : 'off' };
      }),
    );
  }

  seat(...hosts: LiveUser[]): void {
    this.hosts = hosts;
    this.push();
  }

  /** With a countdown it is in it: `startedAgo` is negative then. */
  startBattle({ seconds = 60, users = this.hosts, startedAgo = 0, countdown = 0 } = {}): void {
    const startedAt = this.now() - startedAgo * 1000;
    this.#version = 0;
    this.battle = {
      battleId: `battle${this.#revision}`,
      config: { duration: seconds, needResponse: false, countdown, penalty: 0, extensionInfo: '' },
      inviter: users[0]!,
      users: users.map((user) => ({ ...user, exited: false })),
      phase: countdown > 0 ? 'countdown' : 'running',
      startedAt,
      endsAt: startedAt + seconds * 1000,
      endedAt: null,
      endedReason: null,
      result: null,
      penaltyEndsAt: null,
      penaltyEndedReason: null,
    };
    this.push();
  }

  score(totals: Record<string, number>): void {
    this.sink?.scores({ battleId: this.battle!.battleId, version: ++this.#version, totals });
  }

  endBattle(result: BattleResult, { endedAgo = 0 } = {}): void {
    const endedAt = this.now() - endedAgo * 1000;
    this.battle = { ...this.battle!, phase: 'over', endedAt, endedReason: 'time-over', result };
    this.push();
  }

  /** The countdown is over. */
  runBattle(): void {
    this.battle = { ...this.battle!, phase: 'running' };
    this.push();
  }

  /** A result that the losers have to answer for. */
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

  private document(): LiveDocument {
    const members = this.hosts.map((user, index): LinkMember => {
      return { ...user, joinedAt: index, lostAt: this.lost.has(user.userId) ? 1 : null };
    });
    const owner = this.hosts[0]!;
    return {
      revision: ++this.#revision,
      live: {
        liveId: owner.liveId,
        liveName: owner.userName,
        coverUrl: '',
        isPublicVisible: true,
        liveOwner: owner,
        createdAt: 0,
        endedAt: this.endedReason && 1,
        endedReason: this.endedReason,
      },
      hostLostAt: members[0]!.lostAt,
      link: members.length > 1 ? { linkId: 'link', layoutTemplate: this.template, members } : null,
      battle: this.battle,
      board: this.battle && { battleId: this.battle.battleId, version: 0, totals: {} },
    };
  }
}

/** A track that only notes where it is shown; nothing ever moves on it. */
export class FakeTrack implements VideoTrack {
  readonly surfaces = new Set<{ srcObject: unknown }>();
  attach(surface: { srcObject: unknown }): () => void {
    this.surfaces.add(surface);
    return () => this.surfaces.delete(surface);
  }
}

/** A track with a picture. */
export class CanvasTrack implements VideoTrack {
  readonly #canvas = document.createElement('canvas');
  attach(surface: { srcObject: unknown }): () => void {
    const context = this.#canvas.getContext('2d')!;
    let x = 0;
    const draw = (): void => {
      context.fillStyle = x++ % 2 ? 'red' : 'blue';
      context.fillRect(0, 0, 300, 150);
    };
    draw();
    const timer = setInterval(draw, 50);
    surface.srcObject = this.#canvas.captureStream(20);
    return () => {
      clearInterval(timer);
      surface.srcObject = null;
    };
  }
}
