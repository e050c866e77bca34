/** `now`, with each item that equals one of `earlier` replaced by that one; `earlier` itself when nothing changed. */
export function keepUnchanged<T>(
  earlier: readonly T[],
  now: readonly T[],
  isSame: (a: T, b: T) => boolean,
): readonly T[] {
  const kept = now.map((item) => earlier.find((before) => isSame(before, item)) ?? item);
  return kept.length === earlier.length && kept.every((item, index) => item === earlier[index]) ? earlier : kept;
}

export function isShallowSame<T extends object>(a: T | null, b: T | null): boolean {
  if (a === null || b === null) return a === b;
  return (Object.keys(a) as (keyof T)[]).every((key) => a[key] === b[key]);
}

export function isSameMap<K, V>(a: ReadonlyMap<K, V>, b: ReadonlyMap<K, V>): boolean {
  return a.size === b.size && [...a].every(([key, value]) => b.has(key) && b.get(key) === value);
}
