import { ConnectionCode, limits, LiveErrorCode, SeatLayoutTemplate } from '../../../src/core/index.js';
import type { Scenario } from '../arena.js';
import { equal, refused } from '../assertions.js';
import { bringIn, goLive, goLiveAll, link, showLinked, showSeats, watch } from '../stage.js';

/** The canvas of a video live has room for co-hosts or for guests, not for both. */
export const busyHosts: readonly Scenario[] = [
  {
    name: 'whoever challenges others all the time is refused after ten times in a minute',
    async run(arena) {
      const [ann, bob] = await goLiveAll(arena, 'ann', 'bob');
      await link(ann, bob);
      const { battleStore } = ann.session;
      for (let time = 0; time < limits.challengesPerMinute; time++) {
        await battleStore.cancelBattleRequest(await battleStore.requestBattle({ userIdList: [bob.userId] }));
      }
      const next = battleStore.requestBattle({ userIdList: [bob.userId] });
      await refused(next, LiveErrorCode.battleTooFrequent, 'an eleventh challenge');
    },
  },
  {
    name: 'whoever invites a host all the time is refused after ten times in a minute, and others are not',
    async run(arena) {
      const [ann, bob, cid] = await goLiveAll(arena, 'ann', 'bob', 'cid');
      const { coHostStore } = ann.session;
      for (let time = 0; time < 10; time++) {
        await coHostStore.requestHostConnection({ targetHostLiveIds: bob.liveId });
        await coHostStore.cancelHostConnection({ toHostLiveId: bob.liveId });
      }
      const next = coHostStore.requestHostConnection({ targetHostLiveIds: bob.liveId });
      await refused(next, LiveErrorCode.connectionTooFrequent, 'an eleventh invitation');
      await link(cid, bob);
    },
  },
  {
    name: 'a host with a guest, or who has invited one, is not free to co-host',
    async run(arena) {
      const [ann, bob, cid] = await goLiveAll(arena, 'ann', 'bob', 'cid');
      const vic = await watch(arena, 'vic', ann);
      const request = (targetHostLiveIds: string | readonly string[]): Promise<unknown> =>
        bob.session.coHostStore.requestHostConnection({ targetHostLiveIds });
      const own = (): Promise<unknown> =>
        ann.session.coHostStore.requestHostConnection({ targetHostLiveIds: bob.liveId });
      await ann.session.coGuestStore.inviteToSeat({ userId: vic.userId });
      await refused(own(), LiveErrorCode.requestConflict, 'inviting a host beside a guest');
      await refused(request(ann.liveId), LiveErrorCode.requestConflict, 'inviting a host who has invited a guest');
      await vic.session.coGuestStore.acceptInvitation();
      await refused(own(), LiveErrorCode.requestConflict, 'inviting a host with a guest on a seat');
      const codes = await request([ann.liveId, cid.liveId]);
      const { retry, success } = ConnectionCode;
      equal(codes, { [ann.liveId]: retry, [cid.liveId]: success }, 'fate of the invitations');
      ann.heard.never('cohost-request-received');
      await bob.session.coHostStore.cancelHostConnection({ toHostLiveId: cid.liveId });
      await vic.session.liveSeatStore.leaveSeat();
      await bringIn(ann, bob);
      await showLinked([ann, bob, vic], [ann, bob]);
    },
  },
  {
    name: 'what others ask of a host blocks nothing, and is rejected when the host goes the other way',
    async run(arena) {
      const [ann, bob, cid] = await goLiveAll(arena, 'ann', 'bob', 'cid');
      const [vic, wil] = [await watch(arena, 'vic', ann), await watch(arena, 'wil', bob)];
      await vic.session.coGuestStore.applyForSeat();
      await wil.session.coGuestStore.applyForSeat();
      await cid.session.coHostStore.requestHostConnection({ targetHostLiveIds: [ann.liveId, bob.liveId] });
      await ann.session.coHostStore.acceptHostConnection({ fromHostLiveId: cid.liveId });
      await showLinked([ann, cid, vic], [ann, cid]);
      equal((await vic.heard.first('guest-application-responded')).isAccept, false, 'answer to vic');
      await bob.session.coGuestStore.acceptApplication({ userId: wil.userId });
      equal((await cid.heard.first('cohost-request-rejected')).invitee.userId, bob.userId, 'who rejected');
      await showSeats([bob, wil], bob, [
        [0, bob],
        [1, wil],
      ]);
    },
  },
  {
    name: 'while hosts are linked, or about to be, nobody becomes a guest of theirs',
    async run(arena) {
      const [ann, bob] = [await goLive(arena, 'ann', { seatMode: 'free' }), await goLive(arena, 'bob')];
      const vic = await watch(arena, 'vic', ann);
      await ann.session.coHostStore.requestHostConnection({ targetHostLiveIds: bob.liveId });
      const attempts: [string, () => Promise<unknown>][] = [
        ['asking for a seat', () => vic.session.coGuestStore.applyForSeat()],
        ['sitting down', () => vic.session.liveSeatStore.takeSeat()],
        ['inviting to a seat', () => ann.session.coGuestStore.inviteToSeat({ userId: vic.userId })],
      ];
      for (const [what, attempt] of attempts) await refused(attempt(), LiveErrorCode.requestConflict, what);
      await bob.session.coHostStore.acceptHostConnection({ fromHostLiveId: ann.liveId });
      await showLinked([ann, bob, vic], [ann, bob]);
      for (const [what, attempt] of attempts) await refused(attempt(), LiveErrorCode.requestConflict, what);
      await ann.session.coHostStore.exitHostConnection();
      await vic.session.liveSeatStore.takeSeat();
      await showSeats([ann, vic], ann, [
        [0, ann],
        [1, vic],
      ]);
    },
  },
  {
    name: 'a voice live is linked with a voice live only',
    async run(arena) {
      const ann = await goLive(arena, 'ann', { seatLayoutTemplate: SeatLayoutTemplate.karaoke });
      const bob = await goLive(arena, 'bob');
      const invite = ann.session.coHostStore.requestHostConnection({ targetHostLiveIds: bob.liveId });
      await refused(invite, LiveErrorCode.invalidParameter, 'inviting a video live');
      bob.heard.never('cohost-request-received');
    },
  },
];
