import { isEqual, isPlain } from '../is-equal.js';
import { computed, type ReadonlySignal } from './signal.js';

type Plain = Record<string, unknown>;

/**
 * `now`, with each part that equals one of `before` replaced by that part. So an unchanged part stays the same object.
 * For plain data only.
 */
export function withSameParts<T>(before: unknown, now: T): T {
  if (Object.is(before, now) || typeof now !== 'object') return now;
  if (Array.isArray(before) && Array.isArray(now)) return sameItems(before, now) as T;
  if (!isPlain(before) || !isPlain(now)) return now;
  return sameFields(before, now) as T;
}

/** Copies nothing unless it must: most data that arrives many times a second, such as points, is flat and new. */
function sameFields(before: Plain, now: Plain): Plain {
  let isSame = true;
  let copy: Plain | null = null;
  let count = 0;
  // `for…in` makes no list of the keys. Plain objects inherit none.
  for (const key in now) {
    count++;
    const value = now[key];
    if (typeof value !== 'object') {
      isSame &&= before[key] === value && Object.hasOwn(before, key);
      continue;
    }
    const part = Object.hasOwn(before, key) ? withSameParts(before[key], value) : value;
    // A key may be `__proto__`, which cannot be assigned.
    if (part !== value) Object.defineProperty((copy ??= { ...now }), key, { value: part });
    isSame &&= part === before[key] && Object.hasOwn(before, key);
  }
  if (isSame && count === countOf(before)) return before;
  return copy ?? now;
}

function countOf(fields: Plain): number {
  let count = 0;
  for (const _ in fields) count++;
  return count;
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
