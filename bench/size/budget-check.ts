import type { CompressedSize } from './compressed-size.js';

/** Most bytes of gzip, by the name of what is measured. */
export type Budgets = Readonly<Record<string, number>>;

/** What is wrong: sizes beyond their budget or without one, and budgets of nothing. */
export function budgetFailures(sizes: ReadonlyMap<string, CompressedSize>, budgets: Budgets): string[] {
  const measured = [...sizes].flatMap(([name, { gzip }]) => {
    if (!Object.hasOwn(budgets, name)) return [`${name} has no budget`];
    const over = gzip - budgets[name]!;
    return over > 0 ? [`${name} is ${over.toLocaleString('en')} bytes beyond its budget`] : [];
  });
  const unused = Object.keys(budgets).filter((name) => !sizes.has(name));
  return [...measured, ...unused.map((name) => `${name} has a budget, but there is no such entry or file`)];
}

/** A budget for what is measured now: 3 % more, rounded up to 100 bytes. */
export function budgetFor({ gzip }: CompressedSize): number {
  return Math.ceil((gzip * 1.03) / 100) * 100;
}
