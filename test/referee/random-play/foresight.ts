import { FakeClock } from '../../fake-clock.js';
import { emptySlice, MemoryStore, type Slice, type Store } from '../../../src/referee/index.js';
import { Arena } from './arena.js';
import type { Action } from './action.js';
import { Mirror } from './mirror.js';

/** What an attempt would leave behind, commit by commit, tried out on a copy of everything; first, what there is now. */
export async function statesOf(arena: Arena, action: Action): Promise<readonly Slice[]> {
  const { mirror, grace, nextId, clock } = arena;
  const everything = { slice: mirror.slice(), events: mirror.events };
  const states = [everything.slice];
  const copy = new MemoryStore();
  await copy.transact({ liveIds: [] }, () => ({ ...everything, value: null }));
  const copied = new Mirror();
  copied.note(emptySlice, everything);
  const transact: Store['transact'] = async (scope, work) => {
    const value = await copy.transact(scope, work);
    states.push(copied.slice());
    return value;
  };
  const store: Store = {
    transact,
    read: (scope) => copy.read(scope),
    listLives: (page) => copy.listLives(page),
    runningLiveIds: () => copy.runningLiveIds(),
    pendingScopes: () => copy.pendingScopes(),
    ledger: (battleId) => copy.ledger(battleId),
  };
  const trial = new Arena({ grace, store, mirror: copied, clock: new FakeClock(clock.now()), firstId: nextId });
  await action.attempt(trial.referee).catch(() => undefined);
  return states;
}
