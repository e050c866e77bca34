import type { Contender } from './measure.js';
import { World } from './world.js';

/** A score event while this many lives run, in pairs. All pairs are in a battle, or one of them. */
export async function amongLives(lives: number, inBattle: 'one' | 'all'): Promise<Contender> {
  const world = new World();
  let battleId = '';
  for (let pair = 0; pair < lives / 2; pair++) {
    const [a, b] = [`h${pair}_a`, `h${pair}_b`];
    await world.live(a);
    await world.live(b);
    if (inBattle === 'all' || pair === 0) {
      await world.link(a, b);
      const begun = await world.battle(a, b);
      if (pair === 0) battleId = begun;
    }
  }
  const name = `${lives.toLocaleString('en')} lives, ${inBattle === 'all' ? 'all' : 'one pair'} in battle`;
  return { name, run: (times) => giveTo(world, battleId, times) };
}

/** A score event after this many gifts, each by another giver or all by one. */
export async function afterGifts(gifts: number, givers: number): Promise<Contender> {
  const world = new World();
  for (const host of ['h0_a', 'h0_b']) await world.live(host);
  await world.link('h0_a', 'h0_b');
  const battleId = await world.battle('h0_a', 'h0_b');
  for (let gift = 0; gift < gifts; gift++) await world.score(battleId, 'h0_a', `giver_${gift % givers}`);
  const name =
    givers > 1 ? `${givers.toLocaleString('en')} givers before` : `${gifts.toLocaleString('en')} events before`;
  return { name, run: (times) => giveTo(world, battleId, times) };
}

async function giveTo(world: World, battleId: string, times: number): Promise<void> {
  for (let time = 0; time < times; time++) await world.score(battleId, 'h0_a', 'giver_0');
}
