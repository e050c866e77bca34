import { describe, expect, it } from 'vitest';
import { LiveSession, type BattleInfo, type BattlePhase } from '../../src/core/index.js';
import type { LiveDocument } from '../../src/protocol/index.js';
import { plainConfig, battleOf, boardOf, documentOf, linkOf, user } from './examples.js';
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

  it('counts nothing for a host whose points are hidden, whatever their id', async () => {
    const odd = [['ann', 'constructor'], ['__proto__']];
    const between = battleOf(['ann', 'constructor', '__proto__'], { config: { ...plainConfig, teams: odd } });
    const { store } = await inside({ battle: between, board: boardOf(1, { ann: 1 }) });
    expect(store.battleTeams.get().map(({ score }) => score)).toEqual([1, 0]);
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

  describe('and effects', () => {
    const common = { contributor: null, from: 1, to: 2 };
    const boost = { ...common, effectId: 1, type: 'boost' as const, userIds: ['ann'], factor: 2 };
    const hide = { ...common, effectId: 2, type: 'hide' as const, userId: 'ann' };
    const open = {
      effectId: 3,
      type: 'target' as const,
      points: 9,
      endsAt: 5,
      factor: 2,
      seconds: 4,
      contributor: null,
    };
    const unreached = { ...open, from: null, to: null };
    const reached = { ...open, from: 3, to: 7 };

    /** The events about effects that a page hears when the battle's effects change from one list to the next. */
    async function heardOf(
      before: BattleInfo['effects'],
      after: BattleInfo['effects'],
      phase: BattlePhase = 'running',
    ) {
      const { store, show } = await inside({ battle: { ...battle, effects: before } });
      const heard: string[] = [];
      for (const name of ['effect-applied', 'target-reached', 'effect-ended'] as const) {
        store.events.on(name, ({ effect }) => heard.push(`${name} ${effect.effectId}`));
      }
      show({ battle: { ...battle, phase, effects: after } });
      expect(store.battleEffects.get()).toEqual(after);
      return heard;
    }

    it('tells what is applied, what is reached, and what is over', async () => {
      expect(await heardOf([], [boost, hide])).toEqual(['effect-applied 1', 'effect-applied 2']);
      expect(await heardOf([boost, hide], [hide])).toEqual(['effect-ended 1']);
      expect(await heardOf([unreached], [reached])).toEqual(['target-reached 3']);
      expect(await heardOf([boost], [reached])).toEqual(['effect-applied 3', 'target-reached 3', 'effect-ended 1']);
      expect(await heardOf([boost, reached], [boost, reached])).toEqual([]);
    });

    it('tells no effect that the end of the battle has ended', async () => {
      expect(await heardOf([boost, unreached], [], 'over')).toEqual([]);
    });

    it('tells what lasts in a battle that the page has not seen begin, so that no end comes without a beginning', async () => {
      const { store, show } = await inside({ battle: null, board: null });
      const heard: string[] = [];
      for (const name of ['battle-started', 'effect-applied', 'target-reached', 'effect-ended'] as const) {
        store.events.on(name, (event) => heard.push('effect' in event ? `${name} ${event.effect.effectId}` : name));
      }
      show({ battle: { ...battle, effects: [boost, reached] } });
      expect(heard.splice(0)).toEqual(['battle-started', 'effect-applied 1', 'effect-applied 3', 'target-reached 3']);
      show({ revision: 3, battle: { ...battle, effects: [reached] } });
      expect(heard).toEqual(['effect-ended 1']);
    });

    it('tells a host who comes back to the link what they have missed, and nothing twice', async () => {
      const { store, show } = await inside({ battle: { ...battle, effects: [boost, hide] } });
      const heard: string[] = [];
      for (const name of ['effect-applied', 'target-reached', 'effect-ended'] as const) {
        store.events.on(name, ({ effect }) => heard.push(`${name} ${effect.effectId}`));
      }
      show({ link: null, battle: null, board: null });
      const users = battle.users.map((one) => ({ ...one, exited: one.userId === 'ann' }));
      show({ revision: 3, battle: { ...battle, users, effects: [hide, unreached] } });
      expect(heard).toEqual(['effect-applied 3', 'effect-ended 1']);
    });

    it('knows whose points are hidden here: those whom an effect hides and the board lacks', async () => {
      const hidden = { ...battle, effects: [boost, hide] };
      const { store, sink } = await inside({ battle: hidden, board: { ...board, totals: { bob: 2, cid: 5 } } });
      expect(store.hiddenUsers.get()).toEqual(['ann']);
      const before = store.hiddenUsers.get();
      sink.scores({ ...board, version: 2, totals: { bob: 3, cid: 5 } });
      expect(store.hiddenUsers.get()).toBe(before);
      sink.scores({ ...board, version: 3, totals: { ann: 1, bob: 3, cid: 5 } });
      expect(store.hiddenUsers.get()).toEqual([]);
    });
  });

  describe('and highlights', () => {
    const highlight = (version: number, hostUserId = 'ann') => {
      return { contributor: user('gus'), hostUserId, points: 10 * version, version };
    };

    async function listening() {
      const { store, sink, show } = await inside();
      const heard: string[] = [];
      store.events.on('score-highlighted', ({ battleUser, contributor, points }) => {
        heard.push(`${contributor.userId} ${points} for ${battleUser.userId}`);
      });
      return { heard, sink, show };
    }

    it('tells each once, though a packet comes again with newer ones', async () => {
      const { heard, sink } = await listening();
      sink.scores({ ...board, version: 2 }, [highlight(2)]);
      sink.scores({ ...board, version: 3 }, [highlight(3, 'bob'), highlight(2)]);
      expect(heard).toEqual(['gus 20 for ann', 'gus 30 for bob']);
    });

    it('tells them though a document has brought their points before', async () => {
      const { heard, sink, show } = await listening();
      show({ board: { ...board, version: 5 } });
      sink.scores({ ...board, version: 5 }, [highlight(4)]);
      expect(heard).toEqual(['gus 40 for ann']);
    });

    it('tells none after the end: a packet of the last moment can come later than the result', async () => {
      const { heard, sink, show } = await listening();
      show({ battle: { ...battle, phase: 'over', endedAt: 1, endedReason: 'time-over' } });
      sink.scores({ ...board, version: 2 }, [highlight(2)]);
      expect(heard).toEqual([]);
    });

    it('tells none of another battle, nor for a host who is not in this one', async () => {
      const { heard, sink } = await listening();
      sink.scores({ ...board, battleId: 'other', version: 2 }, [highlight(2)]);
      sink.scores({ ...board, version: 2 }, [highlight(2, 'eve')]);
      expect(heard).toEqual([]);
    });
  });
});
