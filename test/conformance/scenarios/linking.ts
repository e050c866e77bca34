import { CoHostLayoutTemplate, ConnectionCode, LiveErrorCode, SeatLayoutTemplate } from '../../../src/core/index.js';
import type { Scenario } from '../arena.js';
import { appears, becomes, equal, refused } from '../assertions.js';
import { goLive, goLiveAll, link, linkedIn, showDevice, showLinked, watch } from '../stage.js';

export const linking: readonly Scenario[] = [
  {
    name: 'a host invites several at once, also while connected; each answers for themselves, and three are linked',
    async run(arena) {
      const [ann, bob, cid] = await goLiveAll(arena, 'ann', 'bob', 'cid');
      const vic = await watch(arena, 'vic', bob);
      const nowhere = `${vic.liveId}_nowhere`;
      const { success, liveNotExist, connecting } = ConnectionCode;
      const codes = await ann.session.coHostStore.requestHostConnection({
        targetHostLiveIds: [bob.liveId, cid.liveId, nowhere],
        layoutTemplate: CoHostLayoutTemplate.hostDynamic1v6,
      });
      const expected = { [bob.liveId]: success, [cid.liveId]: success, [nowhere]: liveNotExist };
      equal(codes, expected, 'fate of the invitations');
      const invited = (): unknown => ann.session.coHostStore.invitees.get().map(({ invitee }) => invitee.userId);
      await becomes(invited, [bob.userId, cid.userId], 'open invitations of ann');
      const again = ann.session.coHostStore.requestHostConnection({ targetHostLiveIds: bob.liveId });
      await refused(again, LiveErrorCode.connectionRequestPending, 'inviting twice');
      await cid.heard.first('cohost-request-received');
      await cid.session.coHostStore.acceptHostConnection({ fromHostLiveId: ann.liveId });
      await showLinked([ann, cid], [ann, cid]);
      await becomes(invited, [bob.userId], 'open invitations of ann');
      const both = bob.session.coHostStore.requestHostConnection({ targetHostLiveIds: [ann.liveId, nowhere] });
      await refused(both, LiveErrorCode.connectionRequestPending, `inviting whoever has invited (${connecting})`);
      await bob.session.coHostStore.acceptHostConnection({ fromHostLiveId: ann.liveId });
      await showLinked([ann, bob, cid, vic], [ann, bob, cid]);
      equal(vic.session.coHostStore.layoutTemplate.get(), 601, 'layout that vic sees');
    },
  },
  {
    name: 'a host whom two others invite answers one after the other',
    async run(arena) {
      const [ann, bob, cid] = await goLiveAll(arena, 'ann', 'bob', 'cid');
      const { applicant } = bob.session.coHostStore;
      await ann.session.coHostStore.requestHostConnection({ targetHostLiveIds: bob.liveId });
      await cid.session.coHostStore.requestHostConnection({ targetHostLiveIds: bob.liveId });
      await becomes(() => bob.heard.count('cohost-request-received'), 2, 'invitations that bob heard of');
      equal(applicant.get()?.inviter.userId, ann.userId, 'who is answered first');
      await bob.session.coHostStore.rejectHostConnection({ fromHostLiveId: ann.liveId });
      await becomes(() => applicant.get()?.inviter.userId, cid.userId, 'who is answered next');
      await bob.session.coHostStore.acceptHostConnection({ fromHostLiveId: cid.liveId });
      await showLinked([bob, cid], [bob, cid]);
      equal(linkedIn(ann.session), [], 'hosts linked with ann');
    },
  },
  {
    name: 'candidates to co-host with are hosts who are listed and free, and neither linked nor invited',
    async run(arena) {
      const [ann, bob, cid] = await goLiveAll(arena, 'ann', 'bob', 'cid');
      const { coHostStore } = ann.session;
      await coHostStore.getCoHostCandidates();
      const isCandidate = (): unknown =>
        [ann, bob, cid].map(({ userId }) => coHostStore.candidates.get().some((host) => host.userId === userId));
      equal(isCandidate(), [false, true, true], 'whether ann, bob and cid are candidates');
      await coHostStore.requestHostConnection({ targetHostLiveIds: cid.liveId });
      await becomes(isCandidate, [false, true, false], 'candidates once cid is invited');
      await link(ann, bob);
      await becomes(isCandidate, [false, false, false], 'candidates once bob is linked');
    },
  },
  {
    name: 'of several lives invited at once, those that cannot be have a code, and the others are invited',
    async run(arena) {
      const [ann, bob] = await goLiveAll(arena, 'ann', 'bob');
      const vox = await goLive(arena, 'vox', { seatLayoutTemplate: SeatLayoutTemplate.audioSalon });
      const targetHostLiveIds = [vox.liveId, ann.liveId, `${bob.liveId}_not`, bob.liveId];
      const results = await ann.session.coHostStore.requestHostConnection({ targetHostLiveIds });
      const { unknown, liveNotExist, success } = ConnectionCode;
      const expected = [unknown, unknown, liveNotExist, success].map((code, index) => [targetHostLiveIds[index], code]);
      equal(results, Object.fromEntries(expected), 'fates of the invitations');
      await bob.heard.first('cohost-request-received');
      const alone = ann.session.coHostStore.requestHostConnection({ targetHostLiveIds: vox.liveId });
      await refused(alone, LiveErrorCode.invalidParameter, 'inviting nobody else');
      vox.heard.never('cohost-request-received');
    },
  },
  {
    name: 'the inviter changes the template of the link, and everybody in it sees so',
    async run(arena) {
      const [ann, bob] = await goLiveAll(arena, 'ann', 'bob');
      const vic = await watch(arena, 'vic', bob);
      await link(ann, bob);
      const { hostPkDuel: layoutTemplate } = CoHostLayoutTemplate;
      const byBob = bob.session.coHostStore.updateLayoutTemplate({ layoutTemplate });
      await refused(byBob, LiveErrorCode.noPermission, 'another layout by the invitee');
      await ann.session.coHostStore.updateLayoutTemplate({ layoutTemplate });
      for (const { name, session } of [ann, bob, vic]) {
        await becomes(() => session.coHostStore.layoutTemplate.get(), layoutTemplate, `template that ${name} sees`);
      }
    },
  },
  {
    name: 'three voice lives are linked, each with guests of its own, up to fifty seats a live',
    async run(arena) {
      const params = { seatLayoutTemplate: SeatLayoutTemplate.audioSalon, maxSeatCount: 50, seatMode: 'free' } as const;
      const ann = await goLive(arena, 'ann', params);
      const [bob, cid] = [await goLive(arena, 'bob', params), await goLive(arena, 'cid', params)];
      const vic = await watch(arena, 'vic', cid);
      await vic.session.liveSeatStore.takeSeat({ seatIndex: 49 });
      await link(ann, bob, cid);
      await showLinked([vic], [ann, bob, cid]);
      const guests = (): unknown =>
        ann.session.coHostStore.connected
          .get()
          .map(({ seats }) => seats.map(({ index, occupant }) => [index, occupant?.userId]));
      const hosts = [ann, bob].map(({ userId }) => [[0, userId]]);
      const guest = [49, vic.userId];
      const expected = [...hosts, [[0, cid.userId], guest]];
      await becomes(guests, expected, 'taken seats that ann sees of each live');
    },
  },
  {
    name: 'a user mutes a remote host for themselves alone',
    needs: ['microphone'],
    async run(arena) {
      const [ann, bob] = await goLiveAll(arena, 'ann', 'bob');
      const vic = await watch(arena, 'vic', ann);
      await link(ann, bob);
      await bob.session.deviceStore.openLocalMicrophone();
      await showDevice([ann, vic], bob, 'microphoneStatus', 'on');
      const hears = ({ session }: typeof ann): boolean => session.liveSeatStore.speakingUsers.get().has(bob.userId);
      for (const viewer of [ann, vic]) await appears(() => hears(viewer), `${viewer.name} hears bob`);
      await ann.session.coHostStore.muteRemoteHostAudio({ liveId: bob.liveId, isMuted: true });
      equal(ann.session.coHostStore.mutedHosts.get(), [bob.liveId], 'hosts that ann has muted');
      await becomes(() => hears(ann), false, 'ann hears bob');
      await appears(() => hears(vic), 'vic hears bob');
      equal(hears(ann), false, 'ann hears bob while vic does');
      await showDevice([ann, bob, vic], bob, 'microphoneStatus', 'on');
      await ann.session.coHostStore.muteRemoteHostAudio({ liveId: bob.liveId, isMuted: false });
      await appears(() => hears(ann), 'ann hears bob again');
    },
  },
];
