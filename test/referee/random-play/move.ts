import type { UserCommandOf, UserCommandType } from '../../../src/core/index.js';
import type { Dice } from './dice.js';
import type { Sight } from './sight.js';

/** How one command is made up, from what there is: mostly one that makes sense, now and then one that does not. */
export interface Move<T extends UserCommandType> {
  /** How often, against the other moves. */
  weight: number;
  /** Who asks, and for what. */
  make: (sight: Sight, dice: Dice) => readonly [userId: string, asked: Omit<UserCommandOf<T>, 'type'>];
}

export type Moves<T extends UserCommandType = UserCommandType> = { [K in T]: Move<K> };
