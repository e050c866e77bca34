import { BattleCode, ConnectionCode } from '../../../src/core/index.js';
import type { Scenario } from '../arena.js';
import { becomes, equal } from '../assertions.js';
import { fight, goLiveAll, link, showLinked, showScores, watch } from '../stage.js';

export const battles: readonly Scenario[] = [
  {
    name: 'the backend links lives and begins a battle between them: nobody is asked, everybody is told',
    async run(arena) {
      const [ann, bob, cid] = await goLiveAll(arena, 'ann', 'bob', 'cid');
      const vic = await watch(arena, 'vic', cid);
      const everybody = [ann, bob, cid, vic];
      const linked = await arena.linkLives([ann.liveId, bob.liveId, cid.liveId, `${ann.liveId}_nowhere`]);
      const { success, liveNotExist } = ConnectionCode;
      const codes = { [bob.liveId]: success, [cid.liveId]: success, [`${ann.liveId}_nowhere`]: liveNotExist };
      equal(linked.results, codes, 'codes of the lives');
      await showLinked(everybody, [ann, bob, cid]);
      const { battleId, results } = await arena.startBattle(ann.liveId, [cid.liveId], { duration: 60 });
      equal(results, { [cid.liveId]: BattleCode.success }, 'codes of the opponents');
      for (const { name, session, heard } of everybody) {
        equal((await heard.first('battle-started')).battleInfo.battleId, battleId, `battle that ${name} heard of`);
        const users = session.battleStore.battleUsers.get().map(({ userId }) => userId);
        equal(users, [ann.userId, cid.userId], `who is in it, as ${name} sees it`);
        heard.never('battle-request-received');
        heard.never('cohost-request-received');
      }
    },
  },
  {
    name: 'points reach everybody in all linked lives, each gift counts once, and time decides who has won',
    async run(arena) {
      const [ann, bob, cid] = await goLiveAll(arena, 'ann', 'bob', 'cid');
      const vic = await watch(arena, 'vic', cid);
      const everybody = [ann, bob, cid, vic];
      await link(ann, bob, cid);
      const battleId = await fight([ann, bob], { duration: 3 });
      for (const actor of everybody)
        await showScores(actor, [
          [ann, 0],
          [bob, 0],
        ]);

      const rocket = { eventId: 'rocket-1', userId: bob.userId, points: 500 };
      await arena.addScores(battleId, [{ eventId: 'rose-1', userId: ann.userId, points: 20 }, rocket]);
      const reply = await arena.addScores(battleId, [rocket, { eventId: 'rose-2', userId: ann.userId, points: 1 }]);
      equal(
        reply.results.map(({ status }) => status),
        ['duplicate', 'counted'],
        'what became of each gift',
      );
      equal(reply.totals, { [ann.userId]: 21, [bob.userId]: 500 }, 'totals that the backend is told');
      for (const actor of everybody)
        await showScores(actor, [
          [ann, 21],
          [bob, 500],
        ]);

      for (const { name, session, heard } of everybody) {
        const { battleInfo, reason } = await heard.first('battle-ended');
        equal([battleInfo.battleId, reason], [battleId, 'time-over'], `end that ${name} heard`);
        const { currentBattleInfo, latestBattleInfo, battleResult } = session.battleStore;
        equal(currentBattleInfo.get(), null, `running battle that ${name} sees`);
        equal(latestBattleInfo.get()?.endedAt, battleInfo.endsAt, `instant of the end that ${name} sees`);
        equal(
          battleResult.get()?.standings,
          [
            { userId: bob.userId, score: 500, rank: 1, outcome: 'win', winStreak: 1 },
            { userId: ann.userId, score: 21, rank: 2, outcome: 'lose', winStreak: 0 },
          ],
          `result that ${name} sees`,
        );
        equal(heard.count('battle-started'), 1, `starts that ${name} heard`);
      }
      const late = { eventId: 'late', userId: ann.userId, points: 1000 };
      const { results } = await arena.addScores(battleId, [late, rocket, { ...rocket, points: 600 }]);
      const told = results.map(({ status }) => status);
      equal(told, ['battle-ended', 'duplicate', 'conflict'], 'what became of gifts after the end');
      await showScores(vic, [
        [ann, 21],
        [bob, 500],
      ]);
      await showLinked(everybody, [ann, bob, cid]);
    },
  },
  {
    name: 'a host leaves a battle of three, which goes on with two',
    async run(arena) {
      const [ann, bob, cid] = await goLiveAll(arena, 'ann', 'bob', 'cid');
      await link(ann, bob, cid);
      const battleId = await fight([ann, bob, cid], { duration: 60 });
      await cid.session.battleStore.exitBattle({ battleId });
      for (const { name, session, heard } of [ann, bob, cid]) {
        equal((await heard.first('battle-user-exited')).battleUser.userId, cid.userId, `who left, says ${name}`);
        const { battleUsers } = session.battleStore;
        const exited = battleUsers.get().filter((user) => user.exited);
        equal(
          exited.map(({ userId }) => userId),
          [cid.userId],
          `users that left, as ${name} sees it`,
        );
        heard.never('battle-ended');
      }
      await showLinked([ann, bob, cid], [ann, bob, cid]);
      const { results } = await arena.addScores(battleId, [
        { eventId: 'x', userId: cid.userId, points: 1 },
        { eventId: 'y', userId: bob.userId, points: 2 },
      ]);
      const told = results.map(({ status }) => status);
      equal(told, ['not-in-battle', 'counted'], 'what became of a gift for whoever left, and of one beside it');
    },
  },
  {
    name: 'a host ends their live during a battle: the other wins, and their audience is told',
    async run(arena) {
      const [ann, bob] = await goLiveAll(arena, 'ann', 'bob');
      const [vic, wil] = [await watch(arena, 'vic', ann), await watch(arena, 'wil', bob)];
      await link(ann, bob);
      const battleId = await fight([ann, bob]);
      await arena.addScores(battleId, [{ eventId: 'x', userId: ann.userId, points: 100 }]);
      await showScores(wil, [
        [ann, 100],
        [bob, 0],
      ]);

      const { totalDuration, createdAt, endedAt } = await ann.session.liveListStore.endLive();
      equal(totalDuration, endedAt - createdAt, 'length of the live');
      equal(ann.session.liveListStore.currentLive.get(), null, 'live that ann is in');
      const { liveId, reason } = await vic.heard.first('live-ended');
      equal([liveId, reason], [ann.liveId, 'ended-by-host'], 'end that the audience heard');
      equal(vic.session.liveListStore.currentLive.get(), null, 'live that vic is in');
      for (const { name, session, heard } of [bob, wil]) {
        equal((await heard.first('battle-ended')).reason, 'all-member-exit', `why it ended, says ${name}`);
        equal((await heard.first('cohost-user-left')).userInfo.userId, ann.userId, `who left, says ${name}`);
        await becomes(() => session.coHostStore.coHostStatus.get(), 'disconnected', `status that ${name} sees`);
        equal(session.battleStore.battleResult.get()?.standings[0]?.userId, bob.userId, `winner that ${name} sees`);
      }
      await bob.session.liveListStore.fetchLiveList();
      const listed = bob.session.liveListStore.liveList.get().some((live) => live.liveId === ann.liveId);
      equal(listed, false, 'the ended live is listed');
    },
  },
];
