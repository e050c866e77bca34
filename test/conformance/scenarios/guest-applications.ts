import { LiveErrorCode, SeatLayoutTemplate } from '../../../src/core/index.js';
import type { Scenario } from '../arena.js';
import { becomes, equal, refused } from '../assertions.js';
import { goLive, showSeats, watch, type Actor } from '../stage.js';

export const guestApplications: readonly Scenario[] = [
  {
    name: 'a viewer asks for a seat, the host accepts, and the viewer is a guest on it',
    async run(arena) {
      const ann = await goLive(arena, 'ann');
      const [vic, wil] = [await watch(arena, 'vic', ann), await watch(arena, 'wil', ann)];
      await vic.session.coGuestStore.applyForSeat({ seatIndex: 4, timeout: 20, extensionInfo: 'I can sing' });
      const again = vic.session.coGuestStore.applyForSeat();
      await refused(again, LiveErrorCode.seatRequestPending, 'asking twice');
      equal((await ann.heard.first('guest-application-received')).guestUser.userId, vic.userId, 'who asks');
      await becomes(() => applicants(ann), [vic.userId], 'applicants that the host sees');
      const accept = wil.session.coGuestStore.acceptApplication({ userId: vic.userId });
      await refused(accept, LiveErrorCode.noPermission, 'accepting by the audience');

      await ann.session.coGuestStore.acceptApplication({ userId: vic.userId });
      const { isAccept, hostUser } = await vic.heard.first('guest-application-responded');
      equal([isAccept, hostUser.userId], [true, ann.userId], 'answer');
      await showSeats([ann, vic, wil], ann, [
        [0, ann],
        [4, vic],
      ]);
      await becomes(() => applicants(ann), [], 'applicants that the host sees');
      wil.heard.never('guest-application-received');
      wil.heard.never('guest-application-responded');

      await vic.session.coGuestStore.disconnect();
      await showSeats([ann, vic, wil], ann, [[0, ann]]);
    },
  },
  {
    name: 'an application is rejected, and another one is taken back',
    async run(arena) {
      const ann = await goLive(arena, 'ann');
      const vic = await watch(arena, 'vic', ann);
      await vic.session.coGuestStore.applyForSeat();
      await ann.heard.first('guest-application-received');
      await ann.session.coGuestStore.rejectApplication({ userId: vic.userId });
      equal((await vic.heard.first('guest-application-responded')).isAccept, false, 'answer');

      ann.heard.clear();
      await vic.session.coGuestStore.applyForSeat();
      await ann.heard.first('guest-application-received');
      await vic.session.coGuestStore.cancelApplication();
      equal((await ann.heard.first('guest-application-cancelled')).guestUser.userId, vic.userId, 'who took it back');
      await becomes(() => applicants(ann), [], 'applicants that the host sees');
      const late = ann.session.coGuestStore.acceptApplication({ userId: vic.userId });
      await refused(late, LiveErrorCode.seatRequestNotFound, 'accepting what was taken back');
      await showSeats([ann, vic], ann, [[0, ann]]);
    },
  },
  {
    name: 'an applicant who leaves the live takes the application back by it, and may come back and apply again',
    async run(arena) {
      const ann = await goLive(arena, 'ann');
      const vic = await watch(arena, 'vic', ann);
      await vic.session.coGuestStore.applyForSeat({ timeout: 600 });
      await ann.heard.first('guest-application-received');
      await vic.session.liveListStore.leaveLive();
      equal((await ann.heard.first('guest-application-cancelled')).guestUser.userId, vic.userId, 'who took it back');
      await becomes(() => applicants(ann), [], 'applicants that the host sees');
      const late = ann.session.coGuestStore.acceptApplication({ userId: vic.userId });
      await refused(late, LiveErrorCode.seatRequestNotFound, 'accepting somebody who is gone');

      await vic.session.liveListStore.joinLive({ liveId: ann.liveId });
      await vic.session.coGuestStore.applyForSeat();
      await becomes(() => applicants(ann), [vic.userId], 'applicants that the host sees');
      await ann.session.coGuestStore.acceptApplication({ userId: vic.userId });
      await showSeats([ann, vic], ann, [
        [0, ann],
        [1, vic],
      ]);
    },
  },
  {
    name: 'a template without the seat that was asked for turns the application down',
    async run(arena) {
      const ann = await goLive(arena, 'ann');
      const [vic, wil] = [await watch(arena, 'vic', ann), await watch(arena, 'wil', ann)];
      await vic.session.coGuestStore.applyForSeat({ seatIndex: 7, timeout: 600 });
      await wil.session.coGuestStore.applyForSeat({ seatIndex: 2, timeout: 600 });
      await becomes(() => applicants(ann), [vic.userId, wil.userId], 'applicants that the host sees');
      const seatLayoutTemplate = SeatLayoutTemplate.videoLandscape4Seats;
      await ann.session.liveListStore.updateLiveInfo({ seatLayoutTemplate });
      equal((await vic.heard.first('guest-application-responded')).isAccept, false, 'answer');
      await becomes(() => applicants(ann), [wil.userId], 'applicants that the host sees');
    },
  },
  {
    name: 'an application that nobody answers times out',
    async run(arena) {
      const ann = await goLive(arena, 'ann');
      const vic = await watch(arena, 'vic', ann);
      await vic.session.coGuestStore.applyForSeat({ timeout: 1 });
      await ann.heard.first('guest-application-received');
      equal((await vic.heard.first('guest-application-no-response')).reason, 'timeout', 'why nobody answered');
      await becomes(() => applicants(ann), [], 'applicants that the host sees');
      await vic.session.coGuestStore.applyForSeat();
      await becomes(() => applicants(ann), [vic.userId], 'applicants that the host sees');
    },
  },
  {
    name: 'an application that an administrator answers is told to the host as processed',
    async run(arena) {
      const ann = await goLive(arena, 'ann');
      const [vic, wil] = [await watch(arena, 'vic', ann), await watch(arena, 'wil', ann)];
      await ann.session.liveAudienceStore.setAdministrator({ userId: wil.userId });
      await vic.session.coGuestStore.applyForSeat();
      for (const { heard } of [ann, wil]) await heard.first('guest-application-received');
      await wil.session.coGuestStore.acceptApplication({ userId: vic.userId });
      const { guestUser, hostUser } = await ann.heard.first('guest-application-processed-by-other-host');
      equal([guestUser.userId, hostUser.userId], [vic.userId, wil.userId], 'whose application, processed by whom');
      equal((await vic.heard.first('guest-application-responded')).hostUser.userId, wil.userId, 'who answered');
      await showSeats([ann, vic, wil], ann, [
        [0, ann],
        [1, vic],
      ]);
    },
  },
];

function applicants({ session }: Actor): string[] {
  return session.coGuestStore.applicants.get().map(({ guest }) => guest.userId);
}
