import { LiveErrorCode } from '../../../src/core/index.js';
import type { Scenario } from '../arena.js';
import { appears, becomes, equal, refused } from '../assertions.js';
import { fight, goLiveAll, link, showLinked, showScores, watch } from '../stage.js';

export const afterABattle: readonly Scenario[] = [
  {
    name: 'results are shown and a penalty phase follows; when its time is over, the session is back to co-hosting',
    async run(arena) {
      const [ann, bob] = await goLiveAll(arena, 'ann', 'bob');
      const vic = await watch(arena, 'vic', ann);
      await link(ann, bob);
      const battleId = await fight([ann, bob], { duration: 2, penalty: 1 });
      await arena.addScores(battleId, [{ eventId: 'x', userId: bob.userId, points: 9 }]);
      for (const { name, heard, session } of [ann, bob, vic]) {
        await heard.first('battle-ended');
        const { battleInfo } = await heard.first('penalty-started');
        equal(battleInfo.result?.standings[0]?.outcome, 'win', `outcome before the penalty, says ${name}`);
        equal((await heard.first('penalty-ended')).reason, 'time-over', `why the penalty ended, says ${name}`);
        equal(session.battleStore.battlePhase.get(), 'over', `phase that ${name} sees`);
      }
      await showLinked([ann, bob, vic], [ann, bob]);
    },
  },
  {
    name: 'the winner waives the penalty, the loser cannot',
    async run(arena) {
      const [ann, bob] = await goLiveAll(arena, 'ann', 'bob');
      await link(ann, bob);
      const battleId = await fight([ann, bob], { duration: 2, penalty: 60 });
      await arena.addScores(battleId, [{ eventId: 'x', userId: bob.userId, points: 9 }]);
      for (const { heard } of [ann, bob]) await heard.first('penalty-started');
      const byLoser = ann.session.battleStore.endPenalty({ battleId });
      await refused(byLoser, LiveErrorCode.noPermission, 'waiving by the loser');
      await bob.session.battleStore.endPenalty({ battleId });
      for (const { name, heard } of [ann, bob]) {
        equal((await heard.first('penalty-ended')).reason, 'cut-short', `why the penalty ended, says ${name}`);
      }
    },
  },
  {
    name: 'the backend ends a battle in its penalty: the penalty is over, and no rematch can be agreed on',
    async run(arena) {
      const [ann, bob] = await goLiveAll(arena, 'ann', 'bob');
      await link(ann, bob);
      const battleId = await fight([ann, bob], { duration: 2, penalty: 60 });
      await arena.addScores(battleId, [{ eventId: 'x', userId: bob.userId, points: 9 }]);
      for (const { heard } of [ann, bob]) await heard.first('penalty-started');
      await bob.session.battleStore.requestRematch({ battleId });
      await arena.endBattle(battleId);
      for (const { name, heard, session } of [ann, bob]) {
        equal((await heard.first('penalty-ended')).reason, 'cut-short', `why the penalty ended, says ${name}`);
        await heard.first('rematch-closed');
        equal(session.battleStore.rematch.get(), null, `rematch that ${name} sees`);
      }
      const agreed = ann.session.battleStore.requestRematch({ battleId });
      await refused(agreed, LiveErrorCode.battleEnded, 'a rematch after the end by the backend');
    },
  },
  {
    name: 'a battle in which nobody is ahead at the end goes on once, and points given then decide it',
    async run(arena) {
      const [ann, bob] = await goLiveAll(arena, 'ann', 'bob');
      const vic = await watch(arena, 'vic', bob);
      await link(ann, bob);
      const battleId = await fight([ann, bob], { duration: 1, extraTime: 3 });
      for (const { name, session, heard } of [ann, bob, vic]) {
        const { latestBattleInfo } = session.battleStore;
        await appears(() => latestBattleInfo.get()?.extraTimeStartedAt, `extra time that ${name} sees`);
        heard.never('battle-ended');
        const battle = latestBattleInfo.get();
        equal(battle && battle.endsAt - battle.startedAt, 4_000, `length that ${name} sees`);
      }
      await arena.addScores(battleId, [{ eventId: 'x', userId: ann.userId, points: 1 }]);
      for (const { name, session, heard } of [ann, bob, vic]) {
        equal((await heard.first('battle-ended')).reason, 'time-over', `why it ended, says ${name}`);
        const first = session.battleStore.battleResult.get()?.standings[0];
        equal([first?.userId, first?.outcome], [ann.userId, 'win'], `winner that ${name} sees`);
      }
    },
  },
  {
    name: 'a battle with equal points is a draw, and another one may follow',
    async run(arena) {
      const [ann, bob] = await goLiveAll(arena, 'ann', 'bob');
      await link(ann, bob);
      const first = await fight([ann, bob], { duration: 2, penalty: 60 });
      await arena.addScores(first, [
        { eventId: 'a', userId: ann.userId, points: 7 },
        { eventId: 'b', userId: bob.userId, points: 7 },
      ]);
      for (const { name, session, heard } of [ann, bob]) {
        await heard.first('battle-ended');
        const outcomes = session.battleStore.battleResult.get()?.standings.map(({ outcome }) => outcome);
        equal(outcomes, ['draw', 'draw'], `outcomes that ${name} sees`);
        heard.never('penalty-started');
      }
      await fight([bob, ann]);
      for (const actor of [ann, bob]) {
        await showScores(actor, [
          [ann, 0],
          [bob, 0],
        ]);
        equal(actor.session.battleStore.battleResult.get(), null, `result that ${actor.name} sees`);
      }
    },
  },
  {
    name: 'a rematch is declined: whoever had agreed is told by whom',
    async run(arena) {
      const [ann, bob] = await goLiveAll(arena, 'ann', 'bob');
      const vic = await watch(arena, 'vic', ann);
      await link(ann, bob);
      const battleId = await fight([ann, bob], { duration: 1 });
      for (const { heard } of [ann, bob, vic]) await heard.first('battle-ended');
      await ann.session.battleStore.requestRematch({ battleId });
      await bob.heard.first('rematch-requested');
      await bob.session.battleStore.declineRematch({ battleId });
      for (const { name, session, heard } of [ann, bob, vic]) {
        const { battleUser } = await heard.first('rematch-declined');
        equal(battleUser.userId, bob.userId, `who declined, says ${name}`);
        await heard.first('rematch-closed');
        equal(session.battleStore.rematch.get(), null, `window that ${name} sees`);
        heard.never('rematch-cancelled');
      }
      const again = ann.session.battleStore.requestRematch({ battleId });
      await refused(again, LiveErrorCode.battleEnded, 'agreeing to what was declined');
    },
  },
  {
    name: 'one of two losers leaves the penalty, which goes on for the other',
    async run(arena) {
      const [ann, bob, cid] = await goLiveAll(arena, 'ann', 'bob', 'cid');
      await link(ann, bob, cid);
      const battleId = await fight([ann, bob, cid], { duration: 2, penalty: 60 });
      await arena.addScores(battleId, [{ eventId: 'x', userId: ann.userId, points: 9 }]);
      for (const { heard } of [ann, bob, cid]) await heard.first('penalty-started');
      await cid.session.battleStore.exitBattle({ battleId });
      for (const { name, session, heard } of [ann, bob, cid]) {
        equal((await heard.first('battle-user-exited')).battleUser.userId, cid.userId, `who left, says ${name}`);
        equal(session.battleStore.battlePhase.get(), 'penalty', `phase that ${name} sees`);
        heard.never('penalty-ended');
      }
      await bob.session.battleStore.exitBattle({ battleId });
      for (const { name, heard } of [ann, bob, cid]) {
        equal((await heard.first('penalty-ended')).reason, 'cut-short', `why the penalty ended, says ${name}`);
      }
    },
  },
  {
    name: 'hosts who agree on a rematch have it at once, with nobody else’s consent and the streak of the winner kept',
    async run(arena) {
      const [ann, bob] = await goLiveAll(arena, 'ann', 'bob');
      const vic = await watch(arena, 'vic', ann);
      await link(ann, bob);
      const first = await fight([ann, bob], { duration: 2 });
      const early = ann.session.battleStore.requestRematch({ battleId: first });
      await refused(early, LiveErrorCode.battleNotStarted, 'a rematch before the result');
      await arena.addScores(first, [{ eventId: 'x', userId: ann.userId, points: 3 }]);
      for (const { heard } of [ann, bob, vic]) await heard.first('battle-ended');
      const agreed = (): unknown => bob.session.battleStore.latestBattleInfo.get()?.rematch?.userIds;
      await ann.session.battleStore.requestRematch({ battleId: first });
      await becomes(agreed, [ann.userId], 'who has agreed, as bob sees it');
      await ann.session.battleStore.cancelRematch({ battleId: first });
      await becomes(agreed, [], 'who has agreed, as bob sees it');
      for (const { heard } of [ann, bob, vic]) heard.clear();
      for (const { session } of [bob, ann]) await session.battleStore.requestRematch({ battleId: first });
      const second = (await vic.heard.first('battle-started')).battleInfo;
      equal([second.battleId === first, second.config.duration], [false, 2], 'another battle of the same length');
      await arena.addScores(second.battleId, [{ eventId: 'y', userId: ann.userId, points: 3 }]);
      for (const { name, session, heard } of [ann, bob, vic]) {
        await heard.first('battle-ended');
        const streaks = session.battleStore.battleResult.get()?.standings.map(({ winStreak }) => winStreak);
        equal(streaks, [2, 0], `streaks that ${name} sees`);
        equal(session.coHostStore.connected.get()[0]?.winStreak, 2, `streak of ann that ${name} sees`);
      }
    },
  },
];
