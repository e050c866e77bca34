/** The random choices of one step, thrown beforehand: a failing play can be repeated, and made smaller by smaller throws. */
export class Dice {
  #next = 0;

  constructor(private readonly throws: readonly number[]) {}

  /** 0 to `sides` - 1. */
  roll(sides: number): number {
    return (this.throws[this.#next++] ?? 0) % sides;
  }

  /** True once in so many times. */
  oneIn(times: number): boolean {
    return this.roll(times) === times - 1;
  }

  /** Undefined from an empty list. */
  oneOf<T>(list: readonly T[]): T | undefined {
    return list[this.roll(Math.max(1, list.length))];
  }

  from<T>(first: T, ...others: readonly T[]): T {
    return [first, ...others][this.roll(1 + others.length)] ?? first;
  }

  /** Up to `most` of a list, each once. */
  some<T>(list: readonly T[], most: number): readonly T[] {
    const left = [...list];
    return Array.from({ length: 1 + this.roll(most) }, () =>
      left.splice(this.roll(Math.max(1, left.length)), 1),
    ).flat();
  }

  shuffled<T>(list: readonly T[]): readonly T[] {
    const left = [...list];
    return list.flatMap(() => left.splice(this.roll(Math.max(1, left.length)), 1));
  }
}
