import { isPlain } from '../../core/is-equal.js';

/**
 * Freezes plain data and everything in it, so that sessions can share it. What is frozen already is left: only this
 * function freezes data of a world. Returns the value.
 */
export function frozen<T>(value: T): T {
  if (Object.isFrozen(value) || !(Array.isArray(value) || isPlain(value))) return value;
  Object.freeze(value);
  for (const part of Object.values(value)) frozen(part);
  return value;
}

/** Makes a map refuse changes, so that sessions can share it. Returns the map. */
export function fixed<K, V>(map: ReadonlyMap<K, V>): ReadonlyMap<K, V> {
  const refuse = { value: refuseChange };
  return Object.freeze(Object.defineProperties(map, { set: refuse, delete: refuse, clear: refuse }));
}

function refuseChange(): never {
  throw new TypeError('this map is shared and cannot be changed');
}
