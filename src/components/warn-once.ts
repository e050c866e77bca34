const warned = new Set<string>();

/** Tells the page's author about a value that can't be used, once per message: wrong values tend to come in streams. */
export function warnOnce(message: string): void {
  if (warned.has(message)) return;
  warned.add(message);
  console.warn(message);
}
