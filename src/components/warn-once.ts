const warned = new Set<string>();

/** Warns the page's author of a value that cannot be used. Each message is shown once, as wrong values often repeat. */
export function warnOnce(message: string): void {
  if (warned.has(message)) return;
  warned.add(message);
  console.warn(message);
}
