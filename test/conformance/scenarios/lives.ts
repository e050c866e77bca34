import { limits, LiveErrorCode } from '../../../src/core/index.js';
import type { Scenario } from '../arena.js';
import { becomes, equal, refused } from '../assertions.js';
import { fight, goLive, goLiveAll, link, watch } from '../stage.js';

export const lives: readonly Scenario[] = [
  {
    name: 'a host changes name, notice and pictures of the live, and the audience sees it',
    async run(arena) {
      const ann = await goLive(arena, 'ann', { notice: 'Be kind', categoryList: [1, 2], activityStatus: 7 });
      const [vic, wil] = [await watch(arena, 'vic', ann), await watch(arena, 'wil', ann)];
      const { currentLive } = vic.session.liveListStore;
      const { notice, categoryList, activityStatus } = currentLive.get() ?? {};
      equal([notice, categoryList, activityStatus], ['Be kind', [1, 2], 7], 'live as it was created');
      const change = { liveName: 'A new name', notice: '', coverUrl: 'https://a.test/cover.png' };
      await ann.session.liveListStore.updateLiveInfo(change);
      await becomes(() => currentLive.get()?.liveName, 'A new name', 'name that vic sees');
      equal([currentLive.get()?.notice, currentLive.get()?.coverUrl], ['', change.coverUrl], 'notice and cover');
      equal(currentLive.get()?.activityStatus, 7, 'what was not changed');

      const update = (liveName: string): Promise<unknown> => wil.session.liveListStore.updateLiveInfo({ liveName });
      await refused(update('mine'), LiveErrorCode.noPermission, 'a change by the audience');
      await ann.session.liveAudienceStore.setAdministrator({ userId: wil.userId });
      await update('x'.repeat(101));
      await becomes(() => currentLive.get()?.liveName, 'x'.repeat(100), 'name that was too long');
      await update('The name that an administrator chose');
      await becomes(() => currentLive.get()?.liveName, 'The name that an administrator chose', 'name that vic sees');
      equal((await vic.session.liveListStore.fetchLiveInfo({ liveId: ann.liveId })).notice, '', 'notice, when asked');
    },
  },
  {
    name: 'a name and a notice that are too long are cut to whole characters, for everybody alike',
    async run(arena) {
      const ann = await goLive(arena, 'ann', { liveName: '語'.repeat(100), notice: 'n'.repeat(5_000) });
      const vic = await watch(arena, 'vic', ann);
      for (const { name, session } of [ann, vic]) {
        const { liveName, notice } = session.liveListStore.currentLive.get() ?? {};
        equal([liveName, notice], ['語'.repeat(33), 'n'.repeat(limits.noticeLength)], `texts that ${name} sees`);
      }
    },
  },
  {
    name: 'only lives that are visible are listed, and whoever knows the id may enter all the same',
    async run(arena) {
      const ann = await goLive(arena, 'ann', { isPublicVisible: false });
      const bob = await goLive(arena, 'bob');
      const isListed = async (liveId: string): Promise<boolean> => {
        const { liveListStore } = bob.session;
        await liveListStore.fetchLiveList({ count: 20 });
        return liveListStore.liveList.get().some((live) => live.liveId === liveId);
      };
      equal([await isListed(ann.liveId), await isListed(bob.liveId)], [false, true], 'who is listed');
      await watch(arena, 'vic', ann);
      await ann.session.liveListStore.updateLiveInfo({ isPublicVisible: true });
      equal(await isListed(ann.liveId), true, 'listed once it is visible');
    },
  },
  {
    name: 'a live’s metadata reaches everybody, late comers too, and has its limits',
    async run(arena) {
      const ann = await goLive(arena, 'ann');
      const vic = await watch(arena, 'vic', ann);
      const update = (metaData: Record<string, string>): Promise<unknown> =>
        ann.session.liveListStore.updateLiveMetaData({ metaData });
      await update({ goal: '500 roses', theme: 'blue' });
      await becomes(() => vic.session.liveListStore.metaData.get(), { goal: '500 roses', theme: 'blue' }, 'metadata');
      await update({ goal: '600 roses' });
      const wil = await watch(arena, 'wil', ann);
      const asked = await wil.session.liveListStore.queryMetaData({ keys: ['goal'] });
      equal(asked, { goal: '600 roses' }, 'metadata that wil asks for');
      const many = Object.fromEntries(Array.from({ length: 11 }, (_, index) => [`key${index}`, 'x']));
      await refused(update(many), LiveErrorCode.metaDataKeysExceeded, 'eleven keys');
      await refused(update({ ['k'.repeat(51)]: '' }), LiveErrorCode.metaDataKeyTooLong, 'a long key');
      await refused(update({ k: 'x'.repeat(2049) }), LiveErrorCode.metaDataValueTooLong, 'a long value');
      const byVic = vic.session.liveListStore.updateLiveMetaData({ metaData: { goal: 'mine' } });
      await refused(byVic, LiveErrorCode.noPermission, 'a change by the audience');
      equal(
        (await wil.session.liveListStore.queryMetaData({ keys: ['goal'] })).goal,
        '600 roses',
        'metadata after all',
      );
    },
  },
  {
    name: 'the host ends the live: the audience hears it, nobody gets in again, and the host is told what it came to',
    async run(arena) {
      const [ann, bob] = await goLiveAll(arena, 'ann', 'bob');
      const vic = await watch(arena, 'vic', ann);
      await link(ann, bob);
      const battleId = await fight([ann, bob], { duration: 2 });
      await arena.addScores(battleId, [{ eventId: 'x', userId: ann.userId, points: 3 }]);
      await ann.heard.first('battle-ended');
      const statistics = await ann.session.liveListStore.endLive();
      const { totalBattles, totalWins, totalPoints } = statistics;
      equal([totalBattles, totalWins, totalPoints], [1, 1, 3], 'battles, wins and points');
      equal((await vic.heard.first('live-ended')).reason, 'ended-by-host', 'why it ended');
      const join = vic.session.liveListStore.joinLive({ liveId: ann.liveId });
      await refused(join, LiveErrorCode.liveNotFound, 'joining a live that is over');
      const { endedAt } = await bob.session.liveListStore.fetchLiveInfo({ liveId: ann.liveId });
      equal(endedAt, statistics.endedAt, 'end of the live, when asked');
    },
  },
];
