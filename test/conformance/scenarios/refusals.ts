import { LiveErrorCode, type LiveSession } from '../../../src/core/index.js';
import type { Scenario } from '../arena.js';
import { becomes, equal, pause, refused } from '../assertions.js';
import { fight, goLiveAll, link, open, showScores, watch } from '../stage.js';

export const refusals: readonly Scenario[] = [
  {
    name: 'the audience commands nothing',
    async run(arena) {
      const [ann, bob] = await goLiveAll(arena, 'ann', 'bob');
      const vic = await watch(arena, 'vic', ann);
      await link(ann, bob);
      const battleId = await fight([ann, bob]);
      await becomes(() => vic.session.battleStore.currentBattleInfo.get()?.battleId, battleId, 'battle that vic sees');
      const before = stateOf(ann.session);

      const { coHostStore, battleStore, liveListStore } = vic.session;
      const attempts: [string, () => Promise<unknown>][] = [
        ['inviting', () => coHostStore.requestHostConnection({ targetHostLiveIds: bob.liveId })],
        ['leaving the link', () => coHostStore.exitHostConnection()],
        ['challenging', () => battleStore.requestBattle({ userIdList: [bob.userId] })],
        ['leaving the battle', () => battleStore.exitBattle({ battleId })],
        ['ending the live', () => liveListStore.endLive()],
      ];
      for (const [what, attempt] of attempts) await refused(attempt(), LiveErrorCode.noPermission, what);
      await pause(200);
      equal(stateOf(ann.session), before, 'state of the live');
    },
  },
  {
    name: 'no battle outside a link, with strangers, or beside another one',
    async run(arena) {
      const [ann, bob, cid] = await goLiveAll(arena, 'ann', 'bob', 'cid');
      const challenge = (userId: string, duration?: number): Promise<unknown> =>
        ann.session.battleStore.requestBattle({ userIdList: [userId], config: duration ? { duration } : {} });

      await refused(challenge(bob.userId), LiveErrorCode.requestNotFound, 'a battle outside a link');
      await link(ann, bob);
      await refused(challenge(cid.userId), LiveErrorCode.noValidOpponent, 'a battle with a stranger');
      await refused(challenge(bob.userId, 100_000), LiveErrorCode.invalidParameter, 'a battle of a day');
      bob.heard.never('battle-request-received');
      await challenge(bob.userId);
      await refused(challenge(bob.userId), LiveErrorCode.battleRequestPending, 'a second challenge');
      await bob.heard.first('battle-request-received');
      const pending = bob.session.battleStore.receivedRequest.get()?.battleId ?? '';
      const early = await arena.addScores(pending, [{ eventId: 'x', userId: ann.userId, points: 1 }]);
      equal(early.results[0]?.status, 'battle-not-started', 'what became of points before the start');
      await bob.session.battleStore.acceptBattle({ battleId: pending });
      await becomes(() => ann.session.battleStore.currentBattleInfo.get()?.battleId, pending, 'battle');
      await refused(challenge(bob.userId), LiveErrorCode.alreadyInBattle, 'a second battle');
      const leave = cid.session.battleStore.exitBattle({ battleId: pending });
      await refused(leave, LiveErrorCode.battleNotFound, 'leaving a battle one knows nothing of');
    },
  },
  {
    name: 'points that make no sense are refused, and change nothing',
    async run(arena) {
      const [ann, bob, cid] = await goLiveAll(arena, 'ann', 'bob', 'cid');
      await link(ann, bob);
      const battleId = await fight([ann, bob]);
      await arena.addScores(battleId, [{ eventId: 'good', userId: ann.userId, points: 5 }]);
      const add = (userId: string, points: number): Promise<unknown> =>
        arena.addScores(battleId, [
          { eventId: 'fine', userId: bob.userId, points: 1 },
          { eventId: 'bad', userId, points },
        ]);
      for (const points of [-1_000_000_001, 0, 1.5, 1_000_000_001]) {
        await refused(add(ann.userId, points), LiveErrorCode.invalidParameter, `${points} points`);
      }
      const unknown = arena.addScores('no-such-battle', [{ eventId: 'x', userId: ann.userId, points: 1 }]);
      await refused(unknown, LiveErrorCode.battleNotFound, 'points in no battle');

      const { results, totals } = await arena.addScores(battleId, [
        { eventId: 'fine', userId: bob.userId, points: 1 },
        { eventId: 'for somebody else', userId: cid.userId, points: 1 },
      ]);
      const told = results.map(({ status }) => status);
      equal(told, ['counted', 'not-in-battle'], 'what became of good points, and of some for somebody else');
      equal(totals, { [ann.userId]: 5, [bob.userId]: 1 }, 'totals');
      for (const actor of [ann, bob])
        await showScores(actor, [
          [ann, 5],
          [bob, 1],
        ]);
    },
  },
  {
    name: 'durations, timeouts and configs that make no sense are refused, and mean no default',
    async run(arena) {
      const [ann, bob] = await goLiveAll(arena, 'ann', 'bob');
      await link(ann, bob);
      const ask = (params: object): Promise<unknown> =>
        ann.session.battleStore.requestBattle({ userIdList: [bob.userId], ...params });
      for (const wrong of [Number.NaN, '', false, [], null]) {
        await refused(ask({ config: wrong }), LiveErrorCode.invalidParameter, `the config ${JSON.stringify(wrong)}`);
        const duration = ask({ config: { duration: wrong } });
        await refused(duration, LiveErrorCode.invalidParameter, `the duration ${JSON.stringify(wrong)}`);
        await refused(ask({ timeout: wrong }), LiveErrorCode.invalidParameter, `the timeout ${JSON.stringify(wrong)}`);
      }
      bob.heard.never('battle-request-received');
    },
  },
  {
    name: 'lives that are not there, or are somebody else’s',
    async run(arena) {
      const [ann, bob] = await goLiveAll(arena, 'ann', 'bob');
      const vic = await open(arena, 'vic');
      const { liveListStore } = vic.session;
      const nowhere = `${vic.liveId}_nowhere`;
      await refused(liveListStore.joinLive({ liveId: nowhere }), LiveErrorCode.liveNotFound, 'joining no live');
      await refused(liveListStore.createLive({ liveId: ann.liveId }), LiveErrorCode.liveExists, 'taking a live over');
      await refused(liveListStore.createLive({ liveId: 'not an id' }), LiveErrorCode.invalidParameter, 'a bad id');
      equal(liveListStore.currentLive.get(), null, 'live that vic is in');
      const invite = ann.session.coHostStore.requestHostConnection({ targetHostLiveIds: nowhere });
      await refused(invite, LiveErrorCode.liveNotFound, 'inviting nobody');
      const accept = ann.session.coHostStore.acceptHostConnection({ fromHostLiveId: bob.liveId });
      await refused(accept, LiveErrorCode.requestNotFound, 'accepting what nobody asked');
    },
  },
];

function stateOf({ coHostStore, battleStore }: LiveSession): unknown {
  return [coHostStore.connected.get(), battleStore.latestBattleInfo.get(), battleStore.sentRequests.get()];
}
