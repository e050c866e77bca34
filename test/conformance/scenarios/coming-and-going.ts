import type { Scenario } from '../arena.js';
import { appears, becomes, equal } from '../assertions.js';
import {
  fight,
  goLive,
  goLiveAll,
  link,
  open,
  showBattle,
  showDevice,
  showLinked,
  showScores,
  showSeats,
  takenSeats,
  watch,
  type Actor,
} from '../stage.js';

export const comingAndGoing: readonly Scenario[] = [
  {
    name: 'whoever comes late sees the link, the running battle with its points and who gave them, and what the app keeps',
    async run(arena) {
      const [ann, bob] = await goLiveAll(arena, 'ann', 'bob');
      await link(ann, bob);
      await ann.session.liveListStore.updateLiveMetaData({ metaData: { goal: '500 roses' } });
      await ann.session.liveAudienceStore.setAdministrator({ userId: bob.userId });
      const battleId = await fight([ann, bob], { extensionInfo: 'best of one' });
      const contributor = { userId: 'fan', userName: 'A fan' };
      await arena.addScores(battleId, [{ eventId: 'x', userId: bob.userId, points: 42, contributor }]);
      const vic = await watch(arena, 'vic', ann);
      await showLinked([vic], [ann, bob]);
      await showBattle(vic, battleId);
      await showScores(vic, [
        [ann, 0],
        [bob, 42],
      ]);
      const { battleStore, liveListStore, liveAudienceStore } = vic.session;
      equal(battleStore.currentBattleInfo.get()?.config.extensionInfo, 'best of one', 'text of the battle');
      const givers = battleStore.battleContributors.get().get(bob.userId);
      equal(
        givers?.map(({ userName, points }) => [userName, points]),
        [['A fan', 42]],
        'who gave to bob',
      );
      equal(liveListStore.metaData.get(), { goal: '500 roses' }, 'metadata');
      equal(liveAudienceStore.administrators.get(), [bob.userId], 'administrators');
      vic.heard.never('battle-started');
      vic.heard.never('cohost-user-joined');
    },
  },
  {
    name: 'a guest who left the page is reconnecting for everybody, and comes back to their seat',
    async run(arena) {
      const ann = await goLive(arena, 'ann', { seatMode: 'free' });
      const [vic, wil] = [await watch(arena, 'vic', ann), await watch(arena, 'wil', ann)];
      await vic.session.liveSeatStore.takeSeat({ seatIndex: 2 });
      await showSeats([ann, wil], ann, [
        [0, ann],
        [2, vic],
      ]);
      await vic.session.liveListStore.leaveLive();
      for (const viewer of [ann, wil]) {
        await becomes(() => isMissed(vic, viewer), true, `vic is reconnecting, as ${viewer.name} sees it`);
      }
      await vic.session.liveListStore.joinLive({ liveId: ann.liveId });
      for (const viewer of [ann, wil]) {
        await becomes(() => isMissed(vic, viewer), false, `vic is reconnecting, as ${viewer.name} sees it`);
      }
      await showSeats([ann, vic, wil], ann, [
        [0, ann],
        [2, vic],
      ]);
    },
  },
  {
    name: 'an inviter who is away when the invitation is accepted: the link lasts, but no battle begins and nobody wins',
    async run(arena) {
      const [ann, bob] = await goLiveAll(arena, 'ann', 'bob');
      const vic = await watch(arena, 'vic', ann);
      const battle = { duration: 60 };
      await ann.session.coHostStore.requestHostConnection({ targetHostLiveIds: bob.liveId, battle, timeout: 60 });
      await bob.heard.first('cohost-request-received');
      await ann.session.liveListStore.leaveLive();
      await becomes(() => isMissed(ann, vic), true, 'ann is reconnecting, as vic sees it');

      await bob.session.coHostStore.acceptHostConnection({ fromHostLiveId: ann.liveId });
      await showLinked([bob, vic], [ann, bob]);
      const again = await open(arena, 'ann');
      await again.session.liveListStore.createLive({ liveId: ann.liveId });
      await showLinked([again, bob, vic], [ann, bob]);
      for (const { name, heard, session } of [again, bob, vic]) {
        heard.never('battle-started');
        heard.never('cohost-user-left');
        equal(session.battleStore.latestBattleInfo.get(), null, `battle that ${name} sees`);
      }
    },
  },
  {
    name: 'a host who left the page takes up their live with link and battle',
    async run(arena) {
      const [ann, bob] = await goLiveAll(arena, 'ann', 'bob');
      await link(ann, bob);
      const battleId = await fight([ann, bob]);
      await arena.addScores(battleId, [{ eventId: 'x', userId: bob.userId, points: 42 }]);

      await ann.session.liveListStore.leaveLive();
      await becomes(() => isMissed(ann, bob), true, 'ann is reconnecting, as bob sees it');

      const again = await open(arena, 'ann');
      const { createdAt } = await again.session.liveListStore.createLive({ liveId: ann.liveId });
      equal(again.session.liveListStore.currentLive.get()?.createdAt, createdAt, 'when the live was created');
      await showLinked([again, bob], [ann, bob]);
      await showBattle(again, battleId);
      await showScores(again, [
        [ann, 0],
        [bob, 42],
      ]);
      await becomes(() => isMissed(ann, bob), false, 'ann is reconnecting, as bob sees it');
      bob.heard.never('cohost-user-left');
      bob.heard.never('battle-ended');
      await again.session.battleStore.exitBattle({ battleId });
      await bob.heard.first('battle-ended');
    },
  },
  {
    name: 'the same user on a second device puts the first one out',
    async run(arena) {
      const [ann, bob] = await goLiveAll(arena, 'ann', 'bob');
      await link(ann, bob);
      const second = await open(arena, 'ann');
      await second.session.liveListStore.joinLive({ liveId: ann.liveId });
      const { liveId, reason } = await ann.heard.first('kicked-out-of-live');
      equal([liveId, reason], [ann.liveId, 'logged-on-other-device'], 'kick that the first device heard');
      equal(ann.session.liveListStore.currentLive.get(), null, 'live on the first device');
      await showLinked([second, bob], [ann, bob]);
      await second.session.coHostStore.exitHostConnection();
      await becomes(() => bob.session.coHostStore.coHostStatus.get(), 'disconnected', 'status that bob sees');
    },
  },
  {
    name: 'a microphone that is switched on shows in every linked live',
    needs: ['microphone'],
    async run(arena) {
      const [ann, bob] = await goLiveAll(arena, 'ann', 'bob');
      const vic = await watch(arena, 'vic', ann);
      await link(ann, bob);
      await bob.session.deviceStore.openLocalMicrophone();
      await showDevice([ann, bob, vic], bob, 'microphoneStatus', 'on');
      await showDevice([ann, bob, vic], ann, 'microphoneStatus', 'off');
      await bob.session.deviceStore.closeLocalMicrophone();
      await showDevice([ann, bob, vic], bob, 'microphoneStatus', 'off');
    },
  },
  {
    name: 'a camera that is switched on is seen in every linked live, until the link is left',
    needs: ['camera'],
    async run(arena) {
      const [ann, bob] = await goLiveAll(arena, 'ann', 'bob');
      const vic = await watch(arena, 'vic', ann);
      await bob.session.deviceStore.openLocalCamera();
      await link(ann, bob);
      for (const actor of [ann, vic, bob]) {
        await appears(
          () => takenSeats(actor).find(({ userInfo, video }) => userInfo.userId === bob.userId && video),
          `${actor.name} sees bob`,
        );
      }
      await showDevice([ann, vic, bob], bob, 'cameraStatus', 'on');
      await ann.session.coHostStore.exitHostConnection();
      await becomes(() => takenSeats(vic).length, 1, 'people that vic sees');
    },
  },
];

function isMissed({ userId }: Actor, viewer: Actor): boolean | undefined {
  return takenSeats(viewer).find(({ userInfo }) => userInfo.userId === userId)?.userInfo.reconnecting;
}
