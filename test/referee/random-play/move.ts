import type { UserCommandOf, UserCommandType } from '../../../src/protocol/index.js';
import type { Dice } from './dice.js';
import type { KnownWorld } from './known-world.js';

/** How one command is made up, from what there is: mostly one that makes sense, now and then one that does not. */
export interface Move<T extends UserCommandType> {
  /** How often, against the other moves. */
  weight: number;
  /** Who asks, and for what. */
  make: (known: KnownWorld, dice: Dice) => readonly [userId: string, asked: Omit<UserCommandOf<T>, 'type'>];
}

export type Moves<T extends UserCommandType = UserCommandType> = { [K in T]: Move<K> };
