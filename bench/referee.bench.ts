// `npm run bench`: measures what commands cost in a referee in memory, and how the cost of a score event grows.
import { evening, eveningCommands } from './evening.js';
import { compare } from './measure.js';
import { printTable } from './print-table.js';
import { afterGifts, amongLives } from './score-worlds.js';
import { World } from './world.js';

const rounds = 60;
const scoresPerRound = 50;

const world = new World();
let evenings = 0;
const [mixed] = await compare(
  [
    {
      name: 'commands of an evening',
      run: async (times) => {
        for (let time = 0; time < times; time++) await evening(world, `n${evenings++}`);
      },
    },
  ],
  rounds,
  20,
);
const [low, high] = mixed!.quartiles.map((quartile) => quartile / eveningCommands);
printTable('Commands, mixed as in an evening of two hosts', [
  { name: 'one command', micros: mixed!.micros / eveningCommands, quartiles: [low!, high!] },
]);
printTable(
  'One score event, by lives in the same referee',
  await compare(
    [await amongLives(2, 'one'), await amongLives(100, 'one'), await amongLives(10_000, 'one')],
    rounds,
    scoresPerRound,
  ),
);
printTable(
  'One score event, by lives that are all in battles',
  await compare(
    [await amongLives(2, 'all'), await amongLives(100, 'all'), await amongLives(10_000, 'all')],
    rounds,
    scoresPerRound,
  ),
);
printTable(
  'One score event, by people who have given before',
  await compare(
    [await afterGifts(2, 2), await afterGifts(1_000, 1_000), await afterGifts(100_000, 100_000)],
    rounds,
    scoresPerRound,
  ),
);
printTable(
  'One score event, by score events before it',
  await compare(
    [await afterGifts(10, 1), await afterGifts(1_000, 1), await afterGifts(100_000, 1)],
    rounds,
    scoresPerRound,
  ),
);
