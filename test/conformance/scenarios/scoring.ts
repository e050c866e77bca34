import type { Scenario } from '../arena.js';
import { appears, becomes, equal } from '../assertions.js';
import { fight, goLiveAll, link, showScores, watch } from '../stage.js';

export const scoring: readonly Scenario[] = [
  {
    name: 'the backend corrects scores: pages see totals go down, never below nothing, and no correction twice',
    async run(arena) {
      const [ann, bob] = await goLiveAll(arena, 'ann', 'bob');
      const vic = await watch(arena, 'vic', bob);
      await link(ann, bob);
      const battleId = await fight([ann, bob], { duration: 60 });
      await arena.addScores(battleId, [
        { eventId: 'a', userId: ann.userId, points: 100 },
        { eventId: 'b', userId: bob.userId, points: 20 },
      ]);
      const refund = { eventId: 'refund', userId: ann.userId, points: -30 };
      const { results } = await arena.addScores(battleId, [
        refund,
        refund,
        { ...refund, points: -40 },
        { eventId: 'too much', userId: bob.userId, points: -50 },
      ]);
      const told = results.map(({ status, points }) => [status, points ?? null]);
      const expected = [
        ['counted', -30],
        ['duplicate', null],
        ['conflict', null],
        ['counted', -20],
      ];
      equal(told, expected, 'what became of each correction');
      for (const actor of [ann, bob, vic])
        await showScores(actor, [
          [ann, 70],
          [bob, 0],
        ]);
      await arena.addScores(battleId, [{ eventId: 'overwrite', userId: bob.userId, total: 500 }]);
      for (const actor of [ann, bob, vic])
        await showScores(actor, [
          [ann, 70],
          [bob, 500],
        ]);
    },
  },
  {
    name: 'a gift that is taken back from its giver costs them their place among the contributors, and the next moves up',
    async run(arena) {
      const [ann, bob] = await goLiveAll(arena, 'ann', 'bob');
      const vic = await watch(arena, 'vic', bob);
      await link(ann, bob);
      const battleId = await fight([ann, bob], { duration: 60 });
      const { userId } = ann;
      const gift = (giver: string, points: number) => {
        return { eventId: giver, userId, points, contributor: { userId: giver, userName: `Name of ${giver}` } };
      };
      await arena.addScores(battleId, [gift('gus', 40), gift('hal', 30), gift('ida', 20), gift('jon', 10)]);
      const refund = { eventId: 'refund', userId, points: -35, contributor: { userId: 'gus' } };
      await arena.addScores(battleId, [refund]);
      for (const { name, session } of [ann, bob, vic]) {
        const shown = (): unknown =>
          session.battleStore.battleContributors
            .get()
            .get(userId)
            ?.map(({ userName, points }) => [userName, points]);
        const expected = [
          ['Name of hal', 30],
          ['Name of ida', 20],
          ['Name of jon', 10],
        ];
        await becomes(shown, expected, `contributors that ${name} sees`);
      }
      await showScores(vic, [
        [ann, 65],
        [bob, 0],
      ]);
    },
  },
  {
    name: 'two against two: points of a team count together, and a team wins together',
    async run(arena) {
      const [ann, bob, cid, dan] = await goLiveAll(arena, 'ann', 'bob', 'cid', 'dan');
      const vic = await watch(arena, 'vic', dan);
      await link(ann, bob, cid, dan);
      const teams = [
        [ann.userId, bob.userId],
        [cid.userId, dan.userId],
      ];
      const battleId = await fight([ann, bob, cid, dan], { duration: 3, teams });
      await arena.addScores(battleId, [
        { eventId: 'a', userId: ann.userId, points: 10 },
        { eventId: 'c', userId: cid.userId, points: 6 },
        { eventId: 'd', userId: dan.userId, points: 7 },
      ]);
      const totals = (): unknown =>
        vic.session.battleStore.battleTeams.get().map(({ score, userIds }) => [score, userIds]);
      await becomes(
        totals,
        [
          [10, teams[0]],
          [13, teams[1]],
        ],
        'teams that vic sees',
      );
      for (const { name, session, heard } of [ann, bob, cid, dan, vic]) {
        await heard.first('battle-ended');
        const result = session.battleStore.battleResult.get();
        const places = result?.teams.map(({ team, score, outcome }) => [team, score, outcome]);
        equal(
          places,
          [
            [1, 13, 'win'],
            [0, 10, 'lose'],
          ],
          `result that ${name} sees`,
        );
        const winners = result?.standings.filter(({ outcome }) => outcome === 'win').map(({ userId }) => userId);
        equal(winners?.sort(), teams[1], `winners that ${name} sees`);
      }
    },
  },
  {
    name: 'while a multiplier lasts that everybody was told of, points count several times',
    async run(arena) {
      const [ann, bob] = await goLiveAll(arena, 'ann', 'bob');
      await link(ann, bob);
      const battleId = await fight([ann, bob], { duration: 60, multipliers: [{ from: 0, to: 30, factor: 3 }] });
      const battle = bob.session.battleStore.currentBattleInfo.get();
      equal(battle?.config.multipliers, [{ from: 0, to: 30, factor: 3 }], 'multiplier that bob sees');
      const sentAt = battle?.startedAt ?? 0;
      const { results } = await arena.addScores(battleId, [
        { eventId: 'early', userId: bob.userId, points: 5, sentAt },
        { eventId: 'now', userId: ann.userId, points: 2 },
      ]);
      equal(
        results.map(({ points }) => points),
        [15, 6],
        'points that the backend is told',
      );
      for (const actor of [ann, bob])
        await showScores(actor, [
          [ann, 6],
          [bob, 15],
        ]);
    },
  },
  {
    name: 'everybody sees who gave most to each host, and who gave most to the winner',
    async run(arena) {
      const [ann, bob] = await goLiveAll(arena, 'ann', 'bob');
      const vic = await watch(arena, 'vic', bob);
      await link(ann, bob);
      const battleId = await fight([ann, bob], { duration: 3 });
      const gifts = [
        ['fan1', ann, 5],
        ['fan2', ann, 40],
        ['fan1', ann, 6],
        ['fan3', ann, 1],
        ['fan4', ann, 2],
        ['fan1', bob, 50],
      ] as const;
      await arena.addScores(
        battleId,
        gifts.map(([userId, host, points], index) => ({
          eventId: `gift-${index}`,
          userId: host.userId,
          points,
          contributor: { userId, userName: `Name of ${userId}` },
        })),
      );
      const contributors = (host: typeof ann): unknown =>
        vic.session.battleStore.battleContributors
          .get()
          .get(host.userId)
          ?.map(({ userName, points }) => [userName, points]);
      const top = [
        ['Name of fan2', 40],
        ['Name of fan1', 11],
        ['Name of fan4', 2],
      ];
      await becomes(() => contributors(ann), top, 'who gave to ann');
      equal(contributors(bob), [['Name of fan1', 50]], 'who gave to bob');
      for (const { name, session, heard } of [ann, bob, vic]) {
        await heard.first('battle-ended');
        const mvp = await appears(() => session.battleStore.battleResult.get()?.mvp, `${name} sees who gave most`);
        equal([mvp.userName, mvp.points, mvp.hostUserId], ['Name of fan2', 40, ann.userId], `as ${name} sees it`);
      }
    },
  },
];
