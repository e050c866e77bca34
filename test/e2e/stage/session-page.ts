import type { Page } from 'playwright-core';
import type { BattleConfig, BattleInfo, BattleResult, ConnectionState, DeviceStatus } from '../../../src/core/index.js';
import type {} from '../page/session.js';
import { receivedVideos, watchPeerConnections, type ReceivedVideo } from './received-video.js';
import type { Stage } from './stage.js';

/** What a user sees of the live they are in. */
export interface Seen {
  connection: ConnectionState;
  seats: { userId: string; camera: DeviceStatus; microphone: DeviceStatus; reconnecting: boolean; hasVideo: boolean }[];
  /** Live ids of the link. */
  linked: string[];
  battle: BattleInfo | null;
  scores: Record<string, number>;
  result: BattleResult | null;
  /** User ids of speaking users, sorted. */
  speaking: string[];
  /** Live id of the host whose invitation is open. */
  invitedBy: string | null;
  /** Id of the battle that this host is challenged to. */
  challengedTo: string | null;
}

/** One user's page with a session and nothing else: what they do, what they see, and what the browser decodes. */
export class SessionPage {
  private constructor(
    readonly page: Page,
    readonly userId: string,
    private readonly stage: Stage,
  ) {}

  /** Id of this host's live. */
  get liveId(): string {
    return `${this.userId}_live`;
  }

  static async open(stage: Stage, userId: string): Promise<SessionPage> {
    const page = await stage.newPage();
    await watchPeerConnections(page);
    const person = new SessionPage(page, userId, stage);
    await person.load();
    return person;
  }

  /** Opens the page, or reloads it. A user token is all it needs. */
  async load(): Promise<void> {
    const { site, backend, battleServer } = this.stage;
    await this.page.goto(`${site.url}/test/e2e/page/session.html`);
    const options = { serverUrl: battleServer.url, token: await backend.userToken(this.userId) };
    await this.page.evaluate((given) => window.openSession(given), options);
  }

  /** Starts the live, with camera and microphone. */
  async goLive(): Promise<void> {
    await this.page.evaluate(async (liveId) => {
      const { session } = window.page;
      await session.liveListStore.createLive({ liveId });
      await Promise.all([session.deviceStore.openLocalCamera(), session.deviceStore.openLocalMicrophone()]);
    }, this.liveId);
  }

  async watch(liveId: string): Promise<void> {
    await this.page.evaluate((id) => window.page.session.liveListStore.joinLive({ liveId: id }), liveId);
  }

  async endLive(): Promise<void> {
    await this.page.evaluate(() => window.page.session.liveListStore.endLive());
  }

  async invite(...hosts: SessionPage[]): Promise<void> {
    await this.page.evaluate(
      (targetHostLiveIds) => window.page.session.coHostStore.requestHostConnection({ targetHostLiveIds }),
      hosts.map(({ liveId }) => liveId),
    );
  }

  async acceptInvitation(): Promise<void> {
    await this.page.evaluate(async () => {
      const { coHostStore } = window.page.session;
      await coHostStore.acceptHostConnection({ fromHostLiveId: coHostStore.applicant.get()!.inviter.liveId });
    });
  }

  async exitConnection(): Promise<void> {
    await this.page.evaluate(() => window.page.session.coHostStore.exitHostConnection());
  }

  /** Requests a battle. Resolves with its id. */
  async challenge(hosts: readonly SessionPage[], config: Partial<BattleConfig>): Promise<string> {
    const userIdList = hosts.map(({ userId }) => userId);
    return await this.page.evaluate(
      async (params) => (await window.page.session.battleStore.requestBattle(params)).battleId,
      { userIdList, config },
    );
  }

  async acceptChallenge(): Promise<void> {
    await this.page.evaluate(async () => {
      const { battleStore } = window.page.session;
      await battleStore.acceptBattle({ battleId: battleStore.receivedRequest.get()!.battleId });
    });
  }

  async setCamera(on: boolean): Promise<void> {
    await this.page.evaluate(async (open) => {
      const { deviceStore } = window.page.session;
      await (open ? deviceStore.openLocalCamera() : deviceStore.closeLocalCamera());
    }, on);
  }

  async setMicrophone(on: boolean): Promise<void> {
    await this.page.evaluate(async (open) => {
      const { deviceStore } = window.page.session;
      await (open ? deviceStore.openLocalMicrophone() : deviceStore.closeLocalMicrophone());
    }, on);
  }

  async see(): Promise<Seen> {
    return await this.page.evaluate(() => {
      const { connectionState, liveSeatStore, coHostStore, battleStore } = window.page.session;
      return {
        connection: connectionState.get(),
        // Only taken seats: a live has empty ones too.
        seats: liveSeatStore.seatList.get().flatMap(({ userInfo, video }) => {
          if (!userInfo) return [];
          const { userId, cameraStatus: camera, microphoneStatus: microphone, reconnecting } = userInfo;
          return [{ userId, camera, microphone, reconnecting, hasVideo: video !== null }];
        }),
        linked: coHostStore.connected.get().map(({ liveId }) => liveId),
        battle: battleStore.latestBattleInfo.get(),
        scores: Object.fromEntries(battleStore.battleScore.get()),
        result: battleStore.battleResult.get(),
        speaking: [...liveSeatStore.speakingUsers.get().keys()].sort(),
        invitedBy: coHostStore.applicant.get()?.inviter.liveId ?? null,
        challengedTo: battleStore.receivedRequest.get()?.battleId ?? null,
      };
    });
  }

  /** Names of the events heard so far, in order. */
  async heard(): Promise<string[]> {
    return await this.page.evaluate(() => [...window.page.heard]);
  }

  /** When that host's first video frame was shown, epoch milliseconds; null without one. */
  async firstFrameAt(liveId: string): Promise<number | null> {
    return await this.page.evaluate((id) => window.page.firstFrames[id] ?? null, liveId);
  }

  async receivedVideos(): Promise<ReceivedVideo[]> {
    return await receivedVideos(this.page);
  }

  /** How many videos get new frames within this time, milliseconds. */
  async runningVideos(within = 600): Promise<number> {
    const before = await this.receivedVideos();
    await new Promise((resolve) => setTimeout(resolve, within));
    const after = await this.receivedVideos();
    return after.filter(({ trackId, framesDecoded }) => {
      return framesDecoded > (before.find((video) => video.trackId === trackId)?.framesDecoded ?? 0);
    }).length;
  }

  /** Crashes the page's process, which can tell nobody. */
  async crash(): Promise<void> {
    // This call never returns.
    void this.page.goto('chrome://crash').catch(() => undefined);
    await this.page.waitForEvent('crash');
  }
}
