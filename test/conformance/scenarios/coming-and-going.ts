import type { Scenario } from '../arena.js';
import { appears, becomes, equal } from '../assertions.js';
import { fight, goLiveAll, link, open, showBattle, showLinked, showScores, watch } from '../stage.js';

export const comingAndGoing: readonly Scenario[] = [
  {
    name: 'whoever comes late sees the running battle with its points',
    async run(arena) {
      const [ann, bob] = await goLiveAll(arena, 'ann', 'bob');
      await link(ann, bob);
      const battleId = await fight([ann, bob]);
      await arena.addScores(battleId, [{ eventId: 'x', userId: bob.userId, points: 42 }]);
      const vic = await watch(arena, 'vic', ann);
      await showLinked([vic], [ann, bob]);
      await showBattle(vic, battleId);
      await showScores(vic, [
        [ann, 0],
        [bob, 42],
      ]);
      vic.heard.never('battle-started');
      vic.heard.never('cohost-user-joined');
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
      const isMissed = (): boolean | undefined =>
        bob.session.liveSeatStore.seatList.get().find(({ userInfo }) => userInfo.userId === ann.userId)?.userInfo
          .reconnecting;
      await becomes(isMissed, true, 'ann is reconnecting, as bob sees it');

      const again = await open(arena, 'ann');
      const { createdAt } = await again.session.liveListStore.createLive({ liveId: ann.liveId });
      equal(again.session.liveListStore.currentLive.get()?.createdAt, createdAt, 'when the live was created');
      await showLinked([again, bob], [ann, bob]);
      await showBattle(again, battleId);
      await showScores(again, [
        [ann, 0],
        [bob, 42],
      ]);
      await becomes(isMissed, false, 'ann is reconnecting, as bob sees it');
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
      const seen = (): unknown =>
        vic.session.liveSeatStore.seatList.get().map(({ userInfo }) => [userInfo.userId, userInfo.microphoneStatus]);
      await becomes(
        seen,
        [
          [ann.userId, 'off'],
          [bob.userId, 'on'],
        ],
        'microphones that vic sees',
      );
      await bob.session.deviceStore.closeLocalMicrophone();
      await becomes(
        seen,
        [
          [ann.userId, 'off'],
          [bob.userId, 'off'],
        ],
        'microphones that vic sees',
      );
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
      for (const { name, session } of [ann, vic, bob]) {
        const seat = await appears(
          () =>
            session.liveSeatStore.seatList.get().find(({ userInfo, video }) => userInfo.userId === bob.userId && video),
          `${name} sees bob`,
        );
        equal(seat.userInfo.cameraStatus, 'on', `camera of bob that ${name} sees`);
      }
      await ann.session.coHostStore.exitHostConnection();
      await becomes(() => vic.session.liveSeatStore.seatList.get().length, 1, 'seats that vic sees');
    },
  },
];
