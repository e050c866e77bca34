import { LiveErrorCode, SeatLayoutTemplate } from '../../../src/core/index.js';
import type { Scenario } from '../arena.js';
import { appears, becomes, equal, refused } from '../assertions.js';
import { bringIn, goLive, showDevice, showLinked, takenSeats, watch } from '../stage.js';

export const devices: readonly Scenario[] = [
  {
    name: 'a guest on a seat is heard by everybody, and the audience by nobody',
    needs: ['microphone'],
    async run(arena) {
      const ann = await goLive(arena, 'ann', { seatMode: 'free' });
      const [vic, wil] = [await watch(arena, 'vic', ann), await watch(arena, 'wil', ann)];
      const early = vic.session.deviceStore.openLocalMicrophone();
      await refused(early, LiveErrorCode.noPermission, 'a microphone in the audience');
      await vic.session.liveSeatStore.takeSeat();
      await vic.session.deviceStore.openLocalMicrophone();
      await showDevice([ann, vic, wil], vic, 'microphoneStatus', 'on');
      await vic.session.deviceStore.closeLocalMicrophone();
      await showDevice([ann, vic, wil], vic, 'microphoneStatus', 'off');
    },
  },
  {
    name: 'a guest on a seat is seen by everybody',
    needs: ['camera'],
    async run(arena) {
      const ann = await goLive(arena, 'ann', { seatMode: 'free' });
      const [vic, wil] = [await watch(arena, 'vic', ann), await watch(arena, 'wil', ann)];
      await vic.session.liveSeatStore.takeSeat();
      await vic.session.deviceStore.openLocalCamera();
      await showDevice([ann, vic, wil], vic, 'cameraStatus', 'on');
      for (const viewer of [ann, vic, wil]) {
        const isSeen = (): boolean =>
          takenSeats(viewer).some(({ userInfo, video }) => userInfo.userId === vic.userId && video !== null);
        await appears(isSeen, `picture of vic that ${viewer.name} sees`);
      }
      await vic.session.deviceStore.closeLocalCamera();
      await showDevice([ann, vic, wil], vic, 'cameraStatus', 'off');
    },
  },
  {
    name: 'the host closes a guest’s microphone, and later allows it again: the guest switches it on',
    needs: ['microphone'],
    async run(arena) {
      const ann = await goLive(arena, 'ann', { seatMode: 'free' });
      const [vic, wil] = [await watch(arena, 'vic', ann), await watch(arena, 'wil', ann)];
      const { userId } = vic;
      await vic.session.liveSeatStore.takeSeat();
      await vic.session.deviceStore.openLocalMicrophone();
      await showDevice([ann, wil], vic, 'microphoneStatus', 'on');
      const byWil = wil.session.liveSeatStore.closeRemoteMicrophone({ userId });
      await refused(byWil, LiveErrorCode.noPermission, 'closing by the audience');

      await ann.session.liveSeatStore.closeRemoteMicrophone({ userId });
      await vic.heard.first('local-microphone-closed-by-admin');
      equal((await vic.heard.first('device-stopped')).reason, 'closed-by-admin', 'why it went off');
      await showDevice([ann, vic, wil], vic, 'microphoneStatus', 'off');
      await becomes(() => vic.session.deviceStore.microphoneStatus.get(), 'off', 'microphone of vic');
      const closed = vic.session.deviceStore.openLocalMicrophone();
      await refused(closed, LiveErrorCode.noPermission, 'a microphone that was closed');

      await ann.session.liveSeatStore.openRemoteMicrophone({ userId, policy: 'unlock-only' });
      equal((await vic.heard.first('local-microphone-opened-by-admin')).policy, 'unlock-only', 'policy');
      equal(vic.session.deviceStore.microphoneStatus.get(), 'off', 'microphone of vic');
      await vic.session.deviceStore.openLocalMicrophone();
      await showDevice([ann, vic, wil], vic, 'microphoneStatus', 'on');
    },
  },
  {
    name: 'the host closes a guest’s camera, and later allows it again: the guest switches it on',
    needs: ['camera'],
    async run(arena) {
      const ann = await goLive(arena, 'ann', { seatMode: 'free' });
      const vic = await watch(arena, 'vic', ann);
      const { userId } = vic;
      await vic.session.liveSeatStore.takeSeat();
      await vic.session.deviceStore.openLocalCamera();
      await showDevice([ann, vic], vic, 'cameraStatus', 'on');
      await ann.session.liveSeatStore.closeRemoteCamera({ userId });
      await vic.heard.first('local-camera-closed-by-admin');
      await showDevice([ann, vic], vic, 'cameraStatus', 'off');
      await becomes(() => vic.session.deviceStore.cameraStatus.get(), 'off', 'camera of vic');
      const closed = vic.session.deviceStore.openLocalCamera();
      await refused(closed, LiveErrorCode.noPermission, 'a camera that was closed');
      await ann.session.liveSeatStore.openRemoteCamera({ userId });
      await vic.heard.first('local-camera-opened-by-admin');
      await vic.session.deviceStore.openLocalCamera();
      await showDevice([ann, vic], vic, 'cameraStatus', 'on');
    },
  },
  {
    name: 'whoever loses their seat is heard no more',
    needs: ['microphone'],
    async run(arena) {
      const ann = await goLive(arena, 'ann', { seatMode: 'free' });
      const vic = await watch(arena, 'vic', ann);
      await vic.session.liveSeatStore.takeSeat();
      await vic.session.deviceStore.openLocalMicrophone();
      await showDevice([ann], vic, 'microphoneStatus', 'on');
      await ann.session.liveSeatStore.kickUserOutOfSeat({ userId: vic.userId });
      const { device, reason } = await vic.heard.first('device-stopped');
      equal([device, reason], ['microphone', 'seat-lost'], 'device that went off, and why');
      equal(vic.session.deviceStore.microphoneStatus.get(), 'off', 'microphone of vic');
      await vic.session.liveSeatStore.takeSeat();
      await showDevice([ann, vic], vic, 'microphoneStatus', 'off');
    },
  },
  {
    name: 'in a link of voice lives, the guests of both are on their seats and heard',
    needs: ['microphone'],
    async run(arena) {
      const { audioSalon: seatLayoutTemplate } = SeatLayoutTemplate;
      const [ann, bob] = [
        await goLive(arena, 'ann', { seatLayoutTemplate, seatMode: 'free' }),
        await goLive(arena, 'bob', { seatLayoutTemplate, seatMode: 'free' }),
      ];
      const [vic, wil] = [await watch(arena, 'vic', ann), await watch(arena, 'wil', bob)];
      await vic.session.liveSeatStore.takeSeat({ seatIndex: 3 });
      await bringIn(ann, bob);
      await showLinked([ann, bob, vic, wil], [ann, bob]);
      await wil.session.liveSeatStore.takeSeat({ seatIndex: 5 });
      const seated = [
        [ann.userId, ann.liveId, 0],
        [vic.userId, ann.liveId, 3],
        [bob.userId, bob.liveId, 0],
        [wil.userId, bob.liveId, 5],
      ];
      for (const viewer of [ann, bob, vic, wil]) {
        const shown = (): unknown =>
          takenSeats(viewer)
            .map(({ userInfo: { userId, liveId }, index }) => [userId, liveId, index])
            .sort();
        await becomes(shown, [...seated].sort(), `people that ${viewer.name} sees`);
      }
      await vic.session.deviceStore.openLocalMicrophone();
      await showDevice([ann, bob, vic, wil], vic, 'microphoneStatus', 'on');
      await wil.session.deviceStore.openLocalMicrophone();
      await showDevice([ann, bob, vic, wil], wil, 'microphoneStatus', 'on');
    },
  },
];
