import { describe, expect, it } from 'vitest';
import { LiveSession, type KickedOutReason } from '../../src/core/index.js';
import { ScriptedEngine } from '../core/scripted-engine.js';
import { nameRows } from './name-table.js';
import { publicNames, stores } from './public-names.js';

const rows = nameRows();
const names = publicNames([...stores, 'LiveSession', 'LiveInfo', 'SeatUserInfo']);
const session = new LiveSession({ engine: new ScriptedEngine() });

function named(section: string, kind: string): readonly string[] {
  return rows.flatMap((row) => (row.section === section && row.kind === kind ? (row.here ?? []) : []));
}

const sorted = (list: readonly string[]): readonly string[] => [...list].sort();

describe.each(stores)('the table of %s', (store) => {
  it('has every method, state and event of ours, and none that we have not', () => {
    const { methods, state, events } = names[store];
    expect(sorted(named(store, 'Methods'))).toEqual(sorted(methods));
    expect(sorted(named(store, 'State'))).toEqual(sorted(state));
    expect(sorted(named(store, 'Events'))).toEqual(sorted(events));
  });

  it('names what a session really has', () => {
    const key = `${store.charAt(0).toLowerCase()}${store.slice(1)}` as 'coHostStore';
    const instance = session[key] as unknown as Record<string, unknown>;
    for (const name of named(store, 'Methods')) expect(instance[name], name).toBeTypeOf('function');
    for (const name of named(store, 'State')) expect(instance[name], name).toBeTypeOf('object');
  });
});

it('has every method and state of a session, but for the stores', () => {
  const { methods, state } = names.LiveSession;
  expect(sorted(named('LiveSession', 'Methods'))).toEqual(sorted(methods));
  expect(sorted(named('LiveSession', 'State'))).toEqual(sorted(state.filter((name) => !name.endsWith('Store'))));
});

it('has every field of a live', () => {
  expect(sorted(named('LiveListStore', 'Fields of LiveInfo'))).toEqual(sorted(names.LiveInfo.state));
});

it('has every field of a user on a seat', () => {
  expect(sorted(named('LiveSeatStore', 'Fields of SeatUserInfo'))).toEqual(sorted(names.SeatUserInfo.state));
});

it('has every reason of a kick', () => {
  const reasons: Record<KickedOutReason, true> = {
    'by-admin': true,
    'logged-on-other-device': true,
    'by-server': true,
    'gone-while-offline': true,
  };
  expect(sorted(named('LiveListStore', 'Reasons of kicked-out-of-live'))).toEqual(sorted(Object.keys(reasons)));
});

it('says of everything that is not here, and of nothing else, that it is not: and why', () => {
  for (const { here, cells } of rows) {
    expect(cells, cells.join()).toHaveLength(6);
    expect(here === null, cells.join()).toBe(cells[0] === '–');
    if (here === null) expect(cells[5], cells.join()).not.toBe('');
    expect(
      cells.slice(0, 5).every((cell) => cell === '–'),
      cells.join(),
    ).toBe(false);
  }
});
