import { describe, expect, it } from 'vitest';
import { LiveSession } from '../../src/core/index.js';
import type { LiveDocument } from '../../src/protocol/index.js';
import { plainConfig, battleOf, boardOf, documentOf, linkOf } from './examples.js';
import { ScriptedEngine } from './scripted-engine.js';

const teams = [['ann', 'bob'], ['cid']];
const battle = battleOf(['ann', 'bob', 'cid'], { config: { ...plainConfig, teams } });
const gus = { userId: 'gus', userName: 'Gus', avatarUrl: '', points: 7 };
const board = { ...boardOf(1, { ann: 1, bob: 2, cid: 5 }), contributors: { ann: [gus] } };

/** The battle store of a session that has entered ann's live. */
async function inside(changes: Partial<LiveDocument> = {}) {
  const engine = new ScriptedEngine();
  const session = new LiveSession({ engine });
  const document = documentOf('ann', { link: linkOf('ann', 'bob', 'cid'), battle, board, ...changes });
  const entering = session.liveListStore.joinLive({ liveId: 'ann_live' });
  await new Promise((resolve) => setTimeout(resolve));
  const { sink, admit } = engine.joins.at(-1)!;
  sink.document(document);
  admit();
  await entering;
  const show = (next: Partial<LiveDocument>): void => sink.document({ ...document, revision: 2, ...next });
  return { engine, sink, show, store: session.battleStore };
}

describe('the battle store', () => {
  it('has the teams with their totals, as packets of scores bring them', async () => {
    const { store, sink } = await inside();
    expect(store.battleTeams.get().map(({ score }) => score)).toEqual([3, 5]);
    sink.scores({ ...board, version: 2, totals: { ann: 4, bob: 2, cid: 5 } });
    expect(store.battleTeams.get()).toEqual([
      { team: 0, userIds: ['ann', 'bob'], score: 6 },
      { team: 1, userIds: ['cid'], score: 5 },
    ]);
  });

  it('has no teams where each fights for themselves, and without a battle', async () => {
    const alone = await inside({ battle: battleOf(['ann', 'bob']) });
    expect(alone.store.battleTeams.get()).toEqual([]);
    const none = await inside({ battle: null, board: null });
    expect(none.store.battleTeams.get()).toEqual([]);
  });

  it('has the contributors of each host', async () => {
    const { store, sink, show } = await inside();
    expect(store.battleContributors.get()).toEqual(new Map([['ann', [gus]]]));
    sink.scores({ ...board, version: 2, contributors: { ann: [gus], cid: [{ ...gus, points: 1 }] } });
    expect(store.battleContributors.get().get('cid')).toEqual([{ ...gus, points: 1 }]);
    show({ battle: null, board: null });
    expect(store.battleContributors.get()).toEqual(new Map());
  });

  it('has the rematch while it can be agreed on', async () => {
    const { store, show } = await inside();
    expect(store.rematch.get()).toBeNull();
    const rematch = { endsAt: 9, userIds: ['bob'] };
    show({ battle: { ...battle, phase: 'over', endedAt: 1, endedReason: 'time-over', rematch } });
    expect(store.rematch.get()).toEqual(rematch);
    expect(store.currentBattleInfo.get()).toBeNull();
  });

  it('asks for a rematch, and takes it back', async () => {
    const { store, engine } = await inside();
    await store.requestRematch({ battleId: 'battle' });
    await store.cancelRematch({ battleId: 'battle' });
    await store.declineRematch({ battleId: 'battle' });
    expect(engine.commands).toEqual([
      { type: 'request-rematch', liveId: 'ann_live', battleId: 'battle' },
      { type: 'cancel-rematch', liveId: 'ann_live', battleId: 'battle' },
      { type: 'decline-rematch', liveId: 'ann_live', battleId: 'battle' },
    ]);
  });

  it('tells of extra time and the rematch', async () => {
    const { store, show } = await inside();
    const heard: string[] = [];
    store.events.on('extra-time-started', ({ battleInfo }) => heard.push(`until ${battleInfo.endsAt}`));
    store.events.on('rematch-requested', ({ battleUser }) => heard.push(battleUser.userId));
    const later = { ...battle, extraTimeStartedAt: 1, endsAt: 5 };
    show({ battle: later });
    const rematch = { endsAt: 9, userIds: ['bob'] };
    show({ revision: 3, battle: { ...later, phase: 'over', endedAt: 5, endedReason: 'time-over', rematch } });
    expect(heard).toEqual(['until 5', 'bob']);
  });
});
