import type { Scenario } from '../arena.js';
import { becomes } from '../assertions.js';
import { goLive, goLiveAll, link, takenSeats, watch, type Actor } from '../stage.js';

export const suspension: readonly Scenario[] = [
  {
    name: 'whoever has a seat is shown as away while their page is in the background, host and guest alike',
    async run(arena) {
      const ann = await goLive(arena, 'ann', { seatMode: 'free' });
      const [vic, wil] = [await watch(arena, 'vic', ann), await watch(arena, 'wil', ann)];
      await vic.session.liveSeatStore.takeSeat();
      const all = [ann, vic, wil];
      // A page of the audience tells nothing.
      wil.setHidden(true);
      vic.setHidden(true);
      await showAway(all, [vic]);
      ann.setHidden(true);
      vic.setHidden(false);
      await showAway(all, [ann]);
      await vic.session.liveSeatStore.leaveSeat();
      vic.setHidden(true);
      await vic.session.liveSeatStore.takeSeat();
      await showAway(all, [ann, vic]);
      ann.setHidden(false);
      await showAway(all, [vic]);
    },
  },
  {
    name: 'a host whose page is in the background is shown so in linked lives',
    async run(arena) {
      const [ann, bob, cid] = await goLiveAll(arena, 'ann', 'bob', 'cid');
      const vic = await watch(arena, 'vic', cid);
      await link(ann, bob, cid);
      bob.setHidden(true);
      await showAway([ann, bob, cid, vic], [bob]);
      bob.setHidden(false);
      await showAway([ann, bob, cid, vic], []);
    },
  },
];

/** Waits until each of `viewers` shows exactly these people as in the background. */
async function showAway(viewers: readonly Actor[], away: readonly Actor[]): Promise<void> {
  const expected = away.map(({ userId }) => userId).sort();
  for (const viewer of viewers) {
    const seen = (): unknown =>
      takenSeats(viewer)
        .flatMap(({ userInfo }) => (userInfo.userSuspendStatus === 'in-background' ? [userInfo.userId] : []))
        .sort();
    await becomes(seen, expected, `people in the background that ${viewer.name} sees`);
  }
}
