import { LiveErrorCode, battleEffectTypes, type BattleEffect } from '../../../src/core/index.js';
import type { Scenario } from '../arena.js';
import { appears, becomes, equal, isTrue, refused } from '../assertions.js';
import { fight, goLiveAll, link, showScores, watch, type Actor } from '../stage.js';

/** The types of the effects that a page shows. */
const shownEffects = ({ session }: Actor): string[] => session.battleStore.battleEffects.get().map(({ type }) => type);

/** Number and times of a boost, in one order: a server may send its fields in another one. */
const timesOf = (effect: BattleEffect): unknown[] =>
  effect.type === 'boost' ? [effect.effectId, effect.factor, effect.from, effect.to] : [effect.type];

export const effects: readonly Scenario[] = [
  {
    name: 'a boost is told to everybody with its times, counts for its host alone, and is over by itself',
    async run(arena) {
      const [ann, bob] = await goLiveAll(arena, 'ann', 'bob');
      const vic = await watch(arena, 'vic', bob);
      await link(ann, bob);
      const battleId = await fight([ann, bob], { duration: 60, effects: ['boost'] });
      const boost = { type: 'boost' as const, userId: ann.userId, factor: 3, seconds: 2 };
      const sent = { eventId: 'glove', effect: boost, contributor: { userId: 'fan', userName: 'Fan' } };
      const { status, effect } = await arena.applyEffect(battleId, sent);
      equal(status, 'applied', 'what became of the boost');
      equal((await arena.applyEffect(battleId, sent)).status, 'duplicate', 'the same boost again');
      for (const { heard, name } of [ann, bob, vic]) {
        const { effect: told } = await heard.first('effect-applied');
        equal(timesOf(told), timesOf(effect), `boost that ${name} is told of`);
        equal(told.contributor?.userName, 'Fan', `giver that ${name} is told of`);
      }
      await arena.addScores(battleId, [
        { eventId: 'a', userId: ann.userId, points: 5 },
        { eventId: 'b', userId: bob.userId, points: 5 },
      ]);
      for (const actor of [ann, bob, vic])
        await showScores(actor, [
          [ann, 15],
          [bob, 5],
        ]);
      for (const { heard, name } of [ann, bob, vic]) {
        equal((await heard.first('effect-ended')).effect.effectId, effect.effectId, `boost whose end ${name} hears`);
        equal(heard.count('effect-applied'), 1, `boosts that ${name} is told of`);
      }
      await arena.addScores(battleId, [{ eventId: 'late', userId: ann.userId, points: 5 }]);
      await showScores(vic, [
        [ann, 20],
        [bob, 5],
      ]);
    },
  },
  {
    name: 'hidden points are shown in the own live alone; when the time is over, everybody sees them',
    async run(arena) {
      const [ann, bob] = await goLiveAll(arena, 'ann', 'bob');
      const fan = await watch(arena, 'fan', ann);
      const vic = await watch(arena, 'vic', bob);
      await link(ann, bob);
      const battleId = await fight([ann, bob], { duration: 60, effects: ['hide'] });
      await arena.addScores(battleId, [{ eventId: 'a', userId: ann.userId, points: 5 }]);
      await showScores(vic, [
        [ann, 5],
        [bob, 0],
      ]);
      await arena.applyEffect(battleId, { eventId: 'smoke', effect: { type: 'hide', userId: ann.userId, seconds: 3 } });
      for (const other of [bob, vic]) {
        await showScores(other, [[bob, 0]]);
        const { hiddenUsers } = other.session.battleStore;
        await becomes(() => hiddenUsers.get(), [ann.userId], `hidden points that ${other.name} knows of`);
      }
      const gift = { eventId: 'b', userId: ann.userId, points: 700, contributor: { userId: 'rich' } };
      await arena.addScores(battleId, [gift, { eventId: 'c', userId: bob.userId, points: 1 }]);
      for (const own of [ann, fan]) {
        await showScores(own, [
          [ann, 705],
          [bob, 1],
        ]);
        equal(own.session.battleStore.hiddenUsers.get(), [], `hidden points that ${own.name} knows of`);
      }
      const late = await watch(arena, 'late', bob);
      for (const other of [bob, vic, late]) {
        await showScores(other, [[bob, 1]]);
        equal(other.session.battleStore.battleContributors.get(), new Map(), `contributors that ${other.name} sees`);
        other.heard.never('score-highlighted');
      }
      for (const actor of [ann, bob, fan, vic, late])
        await showScores(actor, [
          [ann, 705],
          [bob, 1],
        ]);
      await vic.heard.first('effect-ended');
    },
  },
  {
    name: 'a battle is extended: everybody sees the new end, three times at most',
    async run(arena) {
      const [ann, bob] = await goLiveAll(arena, 'ann', 'bob');
      const vic = await watch(arena, 'vic', bob);
      await link(ann, bob);
      const battleId = await fight([ann, bob], { duration: 60, effects: ['extend'] });
      const { endsAt } = await appears(() => vic.session.battleStore.currentBattleInfo.get(), 'battle that vic sees');
      for (const eventId of ['first', 'second', 'third']) {
        await arena.applyEffect(battleId, { eventId, effect: { type: 'extend', seconds: 10 } });
      }
      const fourth = arena.applyEffect(battleId, { eventId: 'fourth', effect: { type: 'extend', seconds: 10 } });
      await refused(fourth, LiveErrorCode.effectNotPossible, 'a fourth extension');
      for (const { name, session } of [ann, bob, vic]) {
        const { currentBattleInfo } = session.battleStore;
        await becomes(() => currentBattleInfo.get()?.endsAt, endsAt + 30_000, `end that ${name} sees`);
      }
      equal(shownEffects(vic), ['extend', 'extend', 'extend'], 'effects that vic sees');
    },
  },
  {
    name: 'hosts who reach a target together get more for every gift, and everybody hears it; a missed one is over',
    async run(arena) {
      const [ann, bob] = await goLiveAll(arena, 'ann', 'bob');
      const vic = await watch(arena, 'vic', bob);
      await link(ann, bob);
      const battleId = await fight([ann, bob], { duration: 60, effects: ['target'] });
      const target = { type: 'target' as const, points: 10, within: 30, factor: 4, seconds: 2 };
      await arena.applyEffect(battleId, { eventId: 'target', effect: target });
      for (const { heard } of [ann, bob, vic]) await heard.first('effect-applied');
      await arena.addScores(battleId, [
        { eventId: 'a', userId: ann.userId, points: 4 },
        { eventId: 'b', userId: bob.userId, points: 6 },
      ]);
      for (const { heard, name } of [ann, bob, vic]) {
        const { effect } = await heard.first('target-reached');
        equal((effect.to ?? 0) - (effect.from ?? 0), 2000, `time that ${name} is told of`);
      }
      await arena.addScores(battleId, [{ eventId: 'c', userId: bob.userId, points: 1 }]);
      for (const actor of [ann, bob, vic])
        await showScores(actor, [
          [ann, 4],
          [bob, 10],
        ]);
      for (const { heard } of [ann, bob, vic]) await heard.first('effect-ended');
      const { startedAt } = await appears(
        () => vic.session.battleStore.currentBattleInfo.get(),
        'battle that vic sees',
      );
      const within = Math.ceil((vic.session.clock.now() - startedAt) / 1000) + 2;
      await arena.applyEffect(battleId, { eventId: 'missed', effect: { ...target, points: 1_000, within } });
      for (const { heard, name } of [ann, bob, vic]) {
        await becomes(() => heard.count('effect-ended'), 2, `ends that ${name} hears`);
        equal(heard.count('target-reached'), 1, `reached targets that ${name} hears of`);
        const missed = heard.all('effect-ended')[1]?.effect;
        isTrue(missed?.type === 'target' && missed.from === null, `${name} hears that the target was missed`);
      }
    },
  },
  {
    name: 'only effects that the hosts agreed on are possible, and only while the battle runs',
    async run(arena) {
      const [ann, bob] = await goLiveAll(arena, 'ann', 'bob');
      await link(ann, bob);
      const plain = await fight([ann, bob], { duration: 2 });
      const boost = { type: 'boost' as const, userId: ann.userId, factor: 2, seconds: 5 };
      const notAgreed = arena.applyEffect(plain, { eventId: 'one', effect: boost });
      await refused(notAgreed, LiveErrorCode.effectNotAllowed, 'a boost that was not agreed on');
      await ann.heard.first('battle-ended');
      const short = await fight([ann, bob], { duration: 2, effects: battleEffectTypes });
      await arena.applyEffect(short, { eventId: 'one', effect: { ...boost, seconds: 60 } });
      const other = arena.applyEffect(short, { eventId: 'one', effect: { ...boost, factor: 5 } });
      await refused(other, LiveErrorCode.effectConflict, 'another boost with the same id');
      await becomes(() => ann.heard.count('battle-ended'), 2, 'ends that ann hears');
      equal(shownEffects(ann), [], 'effects that ann sees after the end');
      ann.heard.never('effect-ended');
      const tooLate = arena.applyEffect(short, { eventId: 'two', effect: boost });
      await refused(tooLate, LiveErrorCode.battleEnded, 'a boost after the end');
    },
  },
  {
    name: 'large gifts are highlighted: giver, points as they counted, and host, each once',
    async run(arena) {
      const [ann, bob] = await goLiveAll(arena, 'ann', 'bob');
      const vic = await watch(arena, 'vic', bob);
      await link(ann, bob);
      const battleId = await fight([ann, bob], { duration: 60, multipliers: [{ from: 0, to: 60, factor: 2 }] });
      await arena.addScores(
        battleId,
        [1, 600, 2, 3, 4, 5].map((points, index) => ({
          eventId: `gift-${index}`,
          userId: (index % 2 === 0 ? ann : bob).userId,
          points,
          contributor: { userId: `fan${index}`, userName: `Fan ${index}` },
        })),
      );
      const told = ({ heard }: Actor): unknown =>
        heard
          .all('score-highlighted')
          .map(({ battleUser, contributor, points }) => [battleUser.userId, contributor.userName, points]);
      const expected = [
        [bob.userId, 'Fan 1', 1200],
        [bob.userId, 'Fan 5', 10],
        [ann.userId, 'Fan 4', 8],
        [bob.userId, 'Fan 3', 6],
        [ann.userId, 'Fan 2', 4],
      ];
      for (const actor of [ann, bob, vic])
        await becomes(() => told(actor), expected, `gifts that ${actor.name} hears of`);
      await arena.addScores(battleId, [{ eventId: 'nameless', userId: ann.userId, points: 9 }]);
      await showScores(vic, [
        [ann, 32],
        [bob, 1216],
      ]);
      equal(told(vic), expected, 'gifts that vic hears of');
    },
  },
];
