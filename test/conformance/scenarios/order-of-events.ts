import type { SessionEvents } from '../../../src/core/index.js';
import type { Scenario } from '../arena.js';
import { becomes, equal, pause } from '../assertions.js';
import { bringIn, fight, goLiveAll, link, open, showBattle, showLinked, watch, type Actor } from '../stage.js';

const everything: readonly (keyof SessionEvents)[] = [
  'cohost-request-accepted',
  'cohost-user-joined',
  'cohost-user-left',
  'battle-user-joined',
  'battle-started',
  'battle-user-exited',
  'battle-ended',
  'live-ended',
];

/** The events about links, battles and lives that an actor has heard so far, in order. */
function told({ heard }: Actor): (keyof SessionEvents)[] {
  return heard.names().filter((name) => everything.includes(name));
}

export const orderOfEvents: readonly Scenario[] = [
  {
    name: 'who ends their live in a battle: everybody hears of the battle first, and of the live last, with its state',
    async run(arena) {
      const [ann, bob] = await goLiveAll(arena, 'ann', 'bob');
      const vic = await watch(arena, 'vic', ann);
      await link(ann, bob);
      const battleId = await fight([ann, bob]);
      await showBattle(vic, battleId);
      const states: unknown[] = [];
      for (const { heard, session } of [ann, vic]) {
        heard.clear();
        const { liveListStore, battleStore } = session;
        liveListStore.events.on('live-ended', () => {
          states.push([liveListStore.currentLive.get()?.liveId, battleStore.latestBattleInfo.get()?.battleId]);
        });
      }
      await ann.session.liveListStore.endLive();
      const expected = ['battle-user-exited', 'battle-ended', 'cohost-user-left', 'live-ended'];
      for (const actor of [ann, vic]) {
        await actor.heard.first('live-ended');
        equal(told(actor), expected, `what ${actor.name} heard of the end`);
        equal(actor.session.liveListStore.currentLive.get(), null, `live that ${actor.name} is in`);
      }
      equal(
        states,
        [1, 2].map(() => [ann.liveId, battleId]),
        'live and battle while its end was told',
      );
      await bob.heard.first('battle-ended');
      bob.heard.never('live-ended');
    },
  },
  {
    name: 'a host who left a link in battle and is brought back hears of each thing once',
    async run(arena) {
      const [ann, bob, cid] = await goLiveAll(arena, 'ann', 'bob', 'cid');
      const vic = await watch(arena, 'vic', cid);
      await link(ann, bob, cid);
      const battleId = await fight([ann, bob, cid]);
      await cid.session.coHostStore.exitHostConnection();
      await showLinked([ann, bob], [ann, bob]);
      await becomes(() => vic.heard.count('battle-user-exited'), 1, 'exits that vic heard');
      await bringIn(ann, cid);
      await showLinked([ann, bob, cid, vic], [ann, bob, cid]);
      for (const actor of [cid, vic]) {
        await showBattle(actor, battleId);
        equal(actor.heard.count('battle-started'), 1, `starts that ${actor.name} heard`);
        equal(actor.heard.count('battle-user-joined'), 3, `entries that ${actor.name} heard`);
        equal(actor.heard.count('battle-user-exited'), 1, `exits that ${actor.name} heard`);
      }
    },
  },
  {
    name: 'a host who comes into a link after the end of its battle sees the result, and hears of the penalty alone',
    async run(arena) {
      const [ann, bob, cid] = await goLiveAll(arena, 'ann', 'bob', 'cid');
      await link(ann, bob);
      const battleId = await fight([ann, bob], { duration: 2, penalty: 60 });
      await arena.addScores(battleId, [{ eventId: 'x', userId: ann.userId, points: 3 }]);
      await ann.heard.first('battle-ended');
      await bringIn(ann, cid);
      await showLinked([cid], [ann, bob, cid]);
      equal((await cid.heard.first('penalty-started')).battleInfo.battleId, battleId, 'penalty that cid heard of');
      for (const name of ['battle-user-joined', 'battle-started', 'battle-ended'] as const) cid.heard.never(name);
      equal(cid.session.battleStore.battleResult.get()?.standings[0]?.userId, ann.userId, 'winner that cid sees');
      equal(bob.heard.count('battle-ended'), 1, 'ends that bob heard');
    },
  },
  {
    name: 'a host who accepts a challenge is told to all who were challenged, and to viewers when it begins; each once',
    async run(arena) {
      const [ann, bob, cid] = await goLiveAll(arena, 'ann', 'bob', 'cid');
      const vic = await watch(arena, 'vic', bob);
      await link(ann, bob, cid);
      const userIdList = [bob.userId, cid.userId];
      const { battleId } = await ann.session.battleStore.requestBattle({ userIdList, timeout: 20 });
      for (const { heard } of [bob, cid]) await heard.first('battle-request-received');
      await bob.session.battleStore.acceptBattle({ battleId });
      for (const { name, heard, session } of [ann, bob, cid]) {
        const joined = await heard.first('battle-user-joined');
        equal([joined.battleId, joined.battleUser.userId], [battleId, bob.userId], `who joined, says ${name}`);
        heard.never('battle-started');
        const open = (): unknown => [
          session.battleStore.receivedRequest.get()?.invitee.userId,
          session.battleStore.sentRequests.get().length,
        ];
        const expected = { ann: [undefined, 1], bob: [undefined, 0], cid: [cid.userId, 0] }[name];
        await becomes(open, expected, `challenges that ${name} sees`);
      }
      vic.heard.never('battle-user-joined');
      bob.heard.never('battle-request-accepted');
      cid.heard.never('battle-request-accepted');
      await cid.session.battleStore.acceptBattle({ battleId });
      for (const { name, heard } of [ann, bob, cid, vic]) {
        await heard.first('battle-started');
        const joined = heard.all('battle-user-joined').map(({ battleUser }) => battleUser.userId);
        equal(joined.sort(), [ann.userId, bob.userId, cid.userId].sort(), `who joined, says ${name}`);
      }
    },
  },
  {
    name: 'who invited hears of the acceptance before the host joins, and of each once',
    async run(arena) {
      const [ann, bob] = await goLiveAll(arena, 'ann', 'bob');
      await ann.session.coHostStore.requestHostConnection({
        targetHostLiveIds: bob.liveId,
        battle: { duration: 60 },
      });
      await bob.heard.first('cohost-request-received');
      await becomes(() => ann.session.coHostStore.invitees.get().length, 1, 'invitations that ann sees');
      await bob.session.coHostStore.acceptHostConnection({ fromHostLiveId: ann.liveId });
      await ann.heard.first('battle-started');
      // Wait for messages that may come on the other way, which are not expected.
      await pause(300);
      const expected = [
        'cohost-request-accepted',
        'cohost-user-joined',
        'battle-user-joined',
        'battle-user-joined',
        'battle-started',
      ];
      equal(told(ann), expected, 'what ann heard');
      equal(told(bob), expected.slice(1), 'what bob heard');
    },
  },
  {
    name: 'owner and administrators who come and go are told to everybody',
    async run(arena) {
      const [ann, bob] = await goLiveAll(arena, 'ann', 'bob');
      const vic = await watch(arena, 'vic', ann);
      const kim = await watch(arena, 'kim', ann);
      const { audienceCount } = vic.session.liveAudienceStore;
      await becomes(() => audienceCount.get(), 2, 'audience that vic sees');
      await ann.session.liveAudienceStore.setAdministrator({ userId: kim.userId });
      equal((await vic.heard.first('administrator-joined')).administrator.userId, kim.userId, 'who is there');
      await kim.session.liveListStore.leaveLive();
      equal((await vic.heard.first('administrator-left')).administrator.userId, kim.userId, 'who has gone');
      vic.heard.never('owner-left');
      await ann.session.liveListStore.leaveLive();
      equal((await vic.heard.first('owner-left')).owner.userId, ann.userId, 'owner who has gone');
      const again = await open(arena, 'ann');
      await again.session.liveListStore.createLive({ liveId: ann.liveId });
      equal((await vic.heard.first('owner-joined')).owner.userId, ann.userId, 'owner who is back');
      bob.heard.never('owner-left');
    },
  },
  {
    name: 'the metadata of a live that was not entered can be asked for',
    async run(arena) {
      const [ann, bob] = await goLiveAll(arena, 'ann', 'bob');
      await ann.session.liveListStore.updateLiveMetaData({ metaData: { goal: '500 roses', mood: 'good' } });
      const { liveListStore } = bob.session;
      equal(
        await liveListStore.queryMetaData({ liveId: ann.liveId, keys: ['goal'] }),
        { goal: '500 roses' },
        'metadata',
      );
      equal(await liveListStore.queryMetaData({ keys: ['goal'] }), {}, 'metadata of the own live');
    },
  },
];
