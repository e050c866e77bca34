import type { Scenario } from '../arena.js';
import { appears, becomes, equal, isTrue } from '../assertions.js';
import { fight, goLiveAll, link, showBattle, watch } from '../stage.js';

export const challenges: readonly Scenario[] = [
  {
    name: 'whoever accepted withdraws while others are silent: the inviter is told, and the others begin',
    async run(arena) {
      const [ann, bob, cid] = await goLiveAll(arena, 'ann', 'bob', 'cid');
      await link(ann, bob, cid);
      const { battleId } = await ann.session.battleStore.requestBattle({ userIdList: [bob.userId, cid.userId] });
      for (const { name, session } of [bob, cid]) {
        await appears(() => session.battleStore.receivedRequest.get(), `challenge that ${name} sees`);
      }
      await bob.session.battleStore.acceptBattle({ battleId });
      await ann.heard.first('battle-request-accepted');
      await bob.session.battleStore.rejectBattle({ battleId });
      equal((await ann.heard.first('battle-request-rejected')).invitee.userId, bob.userId, 'who withdrew, says ann');
      await cid.session.battleStore.acceptBattle({ battleId });
      for (const { name, session } of [ann, bob, cid]) {
        const users = (): unknown => session.battleStore.battleUsers.get().map(({ userId }) => userId);
        await becomes(users, [ann.userId, cid.userId], `who is in the battle, as ${name} sees it`);
      }
    },
  },
  {
    name: 'a battle that all accept starts for everybody at the same instant',
    async run(arena) {
      const [ann, bob, cid] = await goLiveAll(arena, 'ann', 'bob', 'cid');
      const vic = await watch(arena, 'vic', cid);
      await link(ann, bob, cid);

      const { battleId, results } = await ann.session.battleStore.requestBattle({
        userIdList: [bob.userId, cid.userId],
        config: { duration: 60, needResponse: true, extensionInfo: 'best of one' },
        timeout: 20,
      });
      equal(results, { [bob.userId]: 0, [cid.userId]: 0 }, 'fate of the challenges');
      for (const { name, userId, session, heard } of [bob, cid]) {
        const request = await heard.first('battle-request-received');
        equal([request.battleId, request.inviter.userId], [battleId, ann.userId], `challenge to ${name}`);
        equal(session.battleStore.receivedRequest.get()?.invitee.userId, userId, `challenged according to ${name}`);
        equal(session.battleStore.receivedRequest.get()?.config.extensionInfo, 'best of one', `text to ${name}`);
      }
      await becomes(() => ann.session.battleStore.sentRequests.get().length, 2, 'open challenges of ann');

      await bob.session.battleStore.acceptBattle({ battleId });
      await ann.heard.first('battle-request-accepted');
      ann.heard.never('battle-started');
      await cid.session.battleStore.acceptBattle({ battleId });
      const instants = new Set<number>();
      for (const actor of [ann, bob, cid, vic]) {
        await showBattle(actor, battleId);
        const { battleInfo, inviter, invitees } = await actor.heard.first('battle-started');
        equal([inviter.userId, invitees.length], [ann.userId, 2], `sides that ${actor.name} sees`);
        equal(battleInfo.endsAt - battleInfo.startedAt, 60_000, `length that ${actor.name} sees`);
        const remaining = battleInfo.endsAt - actor.session.clock.now();
        isTrue(remaining > 45_000 && remaining < 61_000, `${actor.name} counts down from a minute: ${remaining} ms`);
        await becomes(() => actor.heard.count('battle-user-joined'), 3, `entries that ${actor.name} heard`);
        instants.add(battleInfo.endsAt);
      }
      equal(instants.size, 1, 'instants at which the battle ends');
      vic.heard.never('battle-request-received');
    },
  },
  {
    name: 'an invitation that carries a battle starts it with the connection, after its countdown',
    async run(arena) {
      const [ann, bob] = await goLiveAll(arena, 'ann', 'bob');
      const battle = { duration: 60, countdown: 1 };
      await ann.session.coHostStore.requestHostConnection({ targetHostLiveIds: bob.liveId, battle });
      equal((await bob.heard.first('cohost-request-received')).battle?.duration, 60, 'battle that bob is offered');
      await bob.session.coHostStore.acceptHostConnection({ fromHostLiveId: ann.liveId });
      const vic = await watch(arena, 'vic', bob);
      for (const { name, session, heard } of [ann, bob]) {
        await heard.first('battle-started');
        equal(session.battleStore.battlePhase.get(), 'running', `phase that ${name} sees`);
      }
      await becomes(() => vic.session.battleStore.battlePhase.get(), 'running', 'phase that vic sees');
    },
  },
  {
    name: 'a battle that needs no response starts at once, lasts five minutes by default, and ends when one of two gives up',
    async run(arena) {
      const [ann, bob] = await goLiveAll(arena, 'ann', 'bob');
      await link(ann, bob);
      const battleId = await fight([ann, bob]);
      bob.heard.never('battle-request-received');
      const battle = bob.session.battleStore.currentBattleInfo.get();
      equal(battle?.config.duration, 300, 'duration');
      equal(battle && battle.endsAt - battle.startedAt, 300_000, 'length');

      await ann.session.battleStore.exitBattle({ battleId });
      for (const { name, session, heard } of [ann, bob]) {
        equal((await heard.first('battle-user-exited')).battleUser.userId, ann.userId, `who left, says ${name}`);
        equal((await heard.first('battle-ended')).reason, 'all-member-exit', `why it ended, says ${name}`);
        equal(session.battleStore.currentBattleInfo.get(), null, `running battle that ${name} sees`);
        const outcome = session.battleStore.battleResult
          .get()
          ?.standings.map(({ userId, outcome }) => [userId, outcome]);
        equal(
          outcome,
          [
            [bob.userId, 'win'],
            [ann.userId, 'lose'],
          ],
          `result that ${name} sees`,
        );
        equal(session.coHostStore.coHostStatus.get(), 'connected', `status that ${name} sees`);
      }
    },
  },
  {
    name: 'a challenge is rejected, and another one is taken back',
    async run(arena) {
      const [ann, bob] = await goLiveAll(arena, 'ann', 'bob');
      await link(ann, bob);
      const challenge = async (): Promise<string> =>
        (await ann.session.battleStore.requestBattle({ userIdList: [bob.userId] })).battleId;

      const first = await challenge();
      await bob.heard.first('battle-request-received');
      await bob.session.battleStore.rejectBattle({ battleId: first });
      equal((await ann.heard.first('battle-request-rejected')).invitee.userId, bob.userId, 'who rejected');

      bob.heard.clear();
      const second = await challenge();
      await bob.heard.first('battle-request-received');
      await ann.session.battleStore.cancelBattleRequest({ battleId: second, userIdList: [bob.userId] });
      equal((await bob.heard.first('battle-request-cancelled')).battleId, second, 'challenge taken back');
      await becomes(() => bob.session.battleStore.receivedRequest.get(), null, 'challenge that bob sees');
      ann.heard.never('battle-started');
    },
  },
  {
    name: 'a challenge that nobody answers times out for both sides, and leaves the way free for the next',
    async run(arena) {
      const [ann, bob] = await goLiveAll(arena, 'ann', 'bob');
      await link(ann, bob);
      await ann.session.battleStore.requestBattle({ userIdList: [bob.userId], timeout: 1 });
      await bob.heard.first('battle-request-received');
      for (const { name, heard } of [ann, bob]) {
        const { inviter, invitee } = await heard.first('battle-request-timeout');
        equal([inviter.userId, invitee.userId], [ann.userId, bob.userId], `sides of the timeout that ${name} heard`);
      }
      ann.heard.never('battle-started');
      await fight([bob, ann]);
    },
  },
];
