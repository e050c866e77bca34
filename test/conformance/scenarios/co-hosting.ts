import type { Scenario } from '../arena.js';
import { appears, becomes, equal } from '../assertions.js';
import { bringIn, goLiveAll, link, open, showLinked, showSeats, takenSeats, watch } from '../stage.js';

export const coHosting: readonly Scenario[] = [
  {
    name: 'a host finds another in the list, invites them, and both lives show both hosts',
    async run(arena) {
      const [ann, bob] = await goLiveAll(arena, 'ann', 'bob');
      const [vic, wil] = [await watch(arena, 'vic', ann), await watch(arena, 'wil', bob)];

      await ann.session.liveListStore.fetchLiveList();
      const found = ann.session.liveListStore.liveList.get().find(({ liveId }) => liveId === bob.liveId);
      equal(found?.liveOwner.userId, bob.userId, 'owner of the live found');

      const results = await ann.session.coHostStore.requestHostConnection({
        targetHostLiveIds: [bob.liveId],
        timeout: 20,
        extensionInfo: '{"withPK":false}',
      });
      equal(results, { [bob.liveId]: 0 }, 'fate of the invitation');
      const { inviter, extensionInfo } = await bob.heard.first('cohost-request-received');
      equal([inviter.userId, inviter.liveId], [ann.userId, ann.liveId], 'inviter');
      equal(extensionInfo, '{"withPK":false}', 'text of the invitation');
      equal(bob.session.coHostStore.applicant.get()?.inviter.userId, ann.userId, 'applicant');
      await becomes(() => ann.session.coHostStore.invitees.get().length, 1, 'open invitations of ann');

      await bob.session.coHostStore.acceptHostConnection({ fromHostLiveId: inviter.liveId });
      equal((await ann.heard.first('cohost-request-accepted')).invitee.userId, bob.userId, 'who accepted');
      await showLinked([ann, bob, vic, wil], [ann, bob]);
      for (const { name, session, heard } of [ann, bob, vic, wil]) {
        equal(session.coHostStore.coHostStatus.get(), 'connected', `status that ${name} sees`);
        await heard.first('cohost-user-joined');
        equal(heard.count('cohost-user-joined'), 1, `joins that ${name} heard`);
      }
      equal((await vic.heard.first('cohost-user-joined')).userInfo.userId, bob.userId, 'who joined the live of ann');
      const shown = takenSeats(wil).map(({ userInfo }) => userInfo.liveId);
      equal(shown, [bob.liveId, ann.liveId], 'hosts in the live of bob');
      equal(ann.session.coHostStore.invitees.get(), [], 'open invitations of ann');
      vic.heard.never('cohost-request-received');
    },
  },
  {
    name: 'an invitation is rejected, and another one is taken back',
    async run(arena) {
      const [ann, bob] = await goLiveAll(arena, 'ann', 'bob');
      const invite = (): Promise<unknown> =>
        ann.session.coHostStore.requestHostConnection({ targetHostLiveIds: bob.liveId });

      await invite();
      await bob.heard.first('cohost-request-received');
      await bob.session.coHostStore.rejectHostConnection({ fromHostLiveId: ann.liveId });
      equal((await ann.heard.first('cohost-request-rejected')).invitee.userId, bob.userId, 'who rejected');

      bob.heard.clear();
      await invite();
      await bob.heard.first('cohost-request-received');
      await ann.session.coHostStore.cancelHostConnection({ toHostLiveId: bob.liveId });
      equal((await bob.heard.first('cohost-request-cancelled')).inviter.userId, ann.userId, 'who cancelled');
      await becomes(() => bob.session.coHostStore.applicant.get(), null, 'invitation that bob sees');
      equal(bob.session.coHostStore.coHostStatus.get(), 'disconnected', 'status');
      ann.heard.never('cohost-user-joined');
    },
  },
  {
    name: 'an invitation that nobody answers times out for both sides',
    async run(arena) {
      const [ann, bob] = await goLiveAll(arena, 'ann', 'bob');
      await ann.session.coHostStore.requestHostConnection({ targetHostLiveIds: bob.liveId, timeout: 1 });
      await bob.heard.first('cohost-request-received');
      for (const { name, heard, session } of [ann, bob]) {
        const { inviter, invitee } = await heard.first('cohost-request-timeout');
        equal([inviter.userId, invitee.userId], [ann.userId, bob.userId], `sides of the timeout that ${name} heard`);
        equal(session.coHostStore.applicant.get(), null, `invitation that ${name} sees`);
        equal(session.coHostStore.invitees.get(), [], `open invitations of ${name}`);
      }
    },
  },
  {
    name: 'a third host joins; hosts leave one by one until nobody is linked',
    async run(arena) {
      const [ann, bob, cid] = await goLiveAll(arena, 'ann', 'bob', 'cid');
      await link(ann, bob);
      await bringIn(bob, cid);
      await showLinked([ann, bob, cid], [ann, bob, cid]);
      equal((await ann.heard.first('cohost-user-joined')).userInfo.userId, bob.userId, 'who joined first');
      await becomes(() => ann.heard.count('cohost-user-joined'), 2, 'joins that ann heard');
      await becomes(() => cid.heard.count('cohost-user-joined'), 2, 'joins that cid heard');

      await cid.session.coHostStore.exitHostConnection();
      await showLinked([ann, bob], [ann, bob]);
      await showLinked([cid], []);
      equal((await ann.heard.first('cohost-user-left')).userInfo.userId, cid.userId, 'who left');

      await ann.session.coHostStore.exitHostConnection();
      for (const actor of [ann, bob]) {
        const { name, session, heard } = actor;
        await becomes(() => session.coHostStore.coHostStatus.get(), 'disconnected', `status that ${name} sees`);
        await heard.first('cohost-user-left');
        await showSeats([actor], actor, [[0, actor]]);
      }
    },
  },
  {
    name: 'whoever opens the page while invited is told of it',
    async run(arena) {
      const [ann, bob] = await goLiveAll(arena, 'ann', 'bob');
      await bob.session.liveListStore.leaveLive();
      await ann.session.coHostStore.requestHostConnection({ targetHostLiveIds: bob.liveId });
      const again = await open(arena, 'bob');
      await again.session.liveListStore.createLive({ liveId: bob.liveId });
      equal((await again.heard.first('cohost-request-received')).inviter.userId, ann.userId, 'inviter');
      const invitation = await appears(() => again.session.coHostStore.applicant.get(), 'invitation');
      await again.session.coHostStore.acceptHostConnection({ fromHostLiveId: invitation.inviter.liveId });
      await showLinked([ann, again], [ann, again]);
    },
  },
];
