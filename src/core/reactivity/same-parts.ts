import { isEqual, isPlain } from '../is-equal.js';
import { computed, type ReadonlySignal } from './signal.js';

/**
 * `now`, with each part that equals one of `before` replaced by that part. So an unchanged part stays the same object.
 * For plain data only.
 */
export function withSameParts<T>(before: unknown, now: T): T {
  if (Object.is(before, now)) return now;
  if (Array.isArray(before) && Array.isArray(now)) return sameItems(before, now) as T;
  if (!isPlain(before) || !isPlain(now)) return now;
  const parts = Object.entries(now).map(([key, value]): [string, unknown] => [
    key,
    Object.hasOwn(before, key) ? withSameParts(before[key], value) : value,
  ]);
  const isSame = parts.length === Object.keys(before).length && parts.every(([key, value]) => before[key] === value);
  return (isSame ? before : Object.fromEntries(parts)) as T;
}

/** A computed value of plain data whose equal parts stay the same objects. */
export function steady<T>(compute: () => T): ReadonlySignal<T> {
  let earlier: T | undefined;
  return computed(() => (earlier = withSameParts(earlier, compute())));
}

/**
 * Matches the items of two lists. Items move when others before them come or go, so the search starts after the last
 * match.
 */
function sameItems(before: readonly unknown[], now: readonly unknown[]): readonly unknown[] {
  let next = 0;
  const items = now.map((item, index) => {
    for (let step = 0; step < before.length; step++) {
      const at = (next + step) % before.length;
      if (!isEqual(before[at], item)) continue;
      next = at + 1;
      return before[at];
    }
    return withSameParts(before[index], item);
  });
  return items.length === before.length && items.every((item, index) => item === before[index]) ? before : items;
}
