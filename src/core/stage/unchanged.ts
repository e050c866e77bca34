/**
 * `now`, with each item that equals one of `earlier` replaced by that one; `earlier` itself when nothing changed, `now`
 * itself when nothing was replaced.
 */
export function keepUnchanged<T>(
  earlier: readonly T[],
  now: readonly T[],
  isSame: (a: T, b: T) => boolean,
): readonly T[] {
  if (earlier === now) return earlier;
  // Items seldom change their order, so the search starts after the last match.
  let next = 0;
  const kept = now.map((item) => {
    for (let step = 0; step < earlier.length; step++) {
      const at = (next + step) % earlier.length;
      const before = earlier[at]!;
      if (before !== item && !isSame(before, item)) continue;
      next = at + 1;
      return before;
    }
    return item;
  });
  if (areItemsOf(kept, earlier)) return earlier;
  return areItemsOf(kept, now) ? now : kept;
}

export function isShallowSame<T extends object>(a: T | null, b: T | null): boolean {
  if (a === null || b === null) return a === b;
  return (Object.keys(a) as (keyof T)[]).every((key) => a[key] === b[key]);
}

export function isSameMap<K, V>(a: ReadonlyMap<K, V>, b: ReadonlyMap<K, V>): boolean {
  if (a === b) return true;
  return a.size === b.size && [...a].every(([key, value]) => b.has(key) && b.get(key) === value);
}

function areItemsOf<T>(some: readonly T[], others: readonly T[]): boolean {
  return some.length === others.length && some.every((item, index) => item === others[index]);
}
