import { LiveErrorCode } from '../../../src/core/index.js';
import type { Scenario } from '../arena.js';
import { becomes, equal, refused } from '../assertions.js';
import { goLive, goLiveAll, open, showSeats, watch, type Actor } from '../stage.js';

export const audience: readonly Scenario[] = [
  {
    name: 'everybody without a seat is in the audience, which is told who comes and who leaves',
    async run(arena) {
      const ann = await goLive(arena, 'ann', { seatMode: 'free' });
      const bob = await goLive(arena, 'bob');
      const vic = await watch(arena, 'vic', ann);
      await showAudience([ann, vic], [vic]);
      const wil = await watch(arena, 'wil', ann);
      await showAudience([ann, vic, wil], [vic, wil]);
      for (const { name, heard } of [ann, vic]) {
        const isTold = (): boolean =>
          heard.all('audience-joined').some(({ audience }) => audience.userId === wil.userId);
        await becomes(isTold, true, `${name} hears that wil came`);
      }
      await wil.session.liveSeatStore.takeSeat();
      await showAudience([ann, vic, wil], [vic]);
      await vic.session.liveListStore.leaveLive();
      await showAudience([ann, wil], []);
      const left = (): unknown => ann.heard.all('audience-left').map(({ audience }) => audience.userId);
      await becomes(left, [wil.userId, vic.userId], 'who took a seat and who left, as the host hears it');
      await showAudience([bob], []);
    },
  },
  {
    name: 'whoever is kicked out loses seat and live, and does not come back',
    async run(arena) {
      const ann = await goLive(arena, 'ann', { seatMode: 'free' });
      const [vic, wil] = [await watch(arena, 'vic', ann), await watch(arena, 'wil', ann)];
      await vic.session.liveSeatStore.takeSeat();
      const byWil = wil.session.liveAudienceStore.kickUserOutOfRoom({ userId: vic.userId });
      await refused(byWil, LiveErrorCode.noPermission, 'a kick by the audience');
      await ann.session.liveAudienceStore.kickUserOutOfRoom({ userId: vic.userId });
      const { liveId, reason } = await vic.heard.first('kicked-out-of-live');
      equal([liveId, reason], [ann.liveId, 'by-admin'], 'kick that vic heard');
      equal(vic.session.liveListStore.currentLive.get(), null, 'live that vic is in');
      await showSeats([ann, wil], ann, [[0, ann]]);
      await showAudience([ann, wil], [wil]);
      const join = (page: Actor): Promise<unknown> => page.session.liveListStore.joinLive({ liveId: ann.liveId });
      await refused(join(vic), LiveErrorCode.noPermission, 'coming back');
      await refused(join(await open(arena, 'vic')), LiveErrorCode.noPermission, 'coming back on another device');
      const owner = ann.session.liveAudienceStore.kickUserOutOfRoom({ userId: ann.userId });
      await refused(owner, LiveErrorCode.noPermission, 'kicking the host');
    },
  },
  {
    name: 'whoever was kicked out cannot invite the host either, is listed for the host, and may be let in again',
    async run(arena) {
      const [ann, bob] = await goLiveAll(arena, 'ann', 'bob');
      const vic = await watch(arena, 'vic', ann);
      const { liveAudienceStore } = ann.session;
      await liveAudienceStore.kickUserOutOfRoom({ userId: bob.userId });
      await liveAudienceStore.kickUserOutOfRoom({ userId: vic.userId });
      await vic.heard.first('kicked-out-of-live');
      const invite = (): Promise<unknown> =>
        bob.session.coHostStore.requestHostConnection({ targetHostLiveIds: ann.liveId });
      await refused(invite(), LiveErrorCode.noPermission, 'inviting the host of a live that one was put out of');
      equal(await liveAudienceStore.fetchKickedUsers(), [bob.userId, vic.userId], 'who was put out');
      const byBob = bob.session.liveAudienceStore.fetchKickedUsers();
      equal(await byBob, [], 'who was put out of the live of bob');

      for (const { userId } of [bob, vic]) await liveAudienceStore.readmitUser({ userId });
      equal(await liveAudienceStore.fetchKickedUsers(), [], 'who was put out');
      await vic.session.liveListStore.joinLive({ liveId: ann.liveId });
      await showAudience([ann], [vic]);
      await invite();
      await ann.heard.first('cohost-request-received');
    },
  },
  {
    name: 'an administrator does with seats and audience what the host may, but never to the host',
    async run(arena) {
      const ann = await goLive(arena, 'ann');
      const [vic, wil] = [await watch(arena, 'vic', ann), await watch(arena, 'wil', ann)];
      const name = wil.session.liveAudienceStore.setAdministrator({ userId: wil.userId });
      await refused(name, LiveErrorCode.noPermission, 'naming oneself');
      await ann.session.liveAudienceStore.setAdministrator({ userId: wil.userId });
      const roleOfWil = (): unknown =>
        vic.session.liveAudienceStore.audienceList.get().find(({ userId }) => userId === wil.userId)?.role;
      await becomes(roleOfWil, 'admin', 'role of wil that vic sees');

      const { liveSeatStore, coGuestStore, liveAudienceStore, liveListStore } = wil.session;
      await liveSeatStore.takeSeat({ seatIndex: 1 });
      await coGuestStore.inviteToSeat({ userId: vic.userId });
      await vic.session.coGuestStore.acceptInvitation();
      await liveSeatStore.kickUserOutOfSeat({ userId: vic.userId });
      await refused(
        liveSeatStore.moveUserToSeat({ userId: ann.userId, targetIndex: 3 }),
        LiveErrorCode.noPermission,
        'moving the host',
      );
      await refused(
        liveSeatStore.closeRemoteMicrophone({ userId: ann.userId }),
        LiveErrorCode.noPermission,
        'closing the microphone of the host',
      );
      await refused(
        liveAudienceStore.setAdministrator({ userId: vic.userId }),
        LiveErrorCode.noPermission,
        'naming administrators',
      );
      await refused(liveListStore.endLive(), LiveErrorCode.noPermission, 'ending the live');
      await liveAudienceStore.kickUserOutOfRoom({ userId: vic.userId });
      await vic.heard.first('kicked-out-of-live');

      await ann.session.liveAudienceStore.revokeAdministrator({ userId: wil.userId });
      const lock = liveSeatStore.lockSeat({ seatIndex: 5 });
      await refused(lock, LiveErrorCode.noPermission, 'locking a seat once it is over');
    },
  },
];

async function showAudience(viewers: readonly Actor[], members: readonly Actor[]): Promise<void> {
  const expected = members.map(({ userId }) => userId).sort();
  for (const { name, session } of viewers) {
    const { audienceList, audienceCount } = session.liveAudienceStore;
    const seen = (): unknown => [
      audienceCount.get(),
      audienceList
        .get()
        .map(({ userId }) => userId)
        .sort(),
    ];
    await becomes(seen, [expected.length, expected], `audience that ${name} sees`);
  }
}
