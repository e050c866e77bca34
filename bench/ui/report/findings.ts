import type { Implementation } from '../implementations.js';
import type { Findings } from '../measures/measure.js';
import type { MeasureName } from '../measures/measures.js';
import { summaryOf, type Summary } from './summary.js';

/** What all rounds found, by measure and implementation. */
export class AllFindings {
  readonly #rounds = new Map<string, Findings[]>();

  add(measure: MeasureName, name: Implementation, found: Findings): void {
    const key = `${measure} ${name}`;
    this.#rounds.set(key, [...this.roundsOf(measure, name), found]);
  }

  roundsOf(measure: MeasureName, name: Implementation): readonly Findings[] {
    return this.#rounds.get(`${measure} ${name}`) ?? [];
  }

  /** Null for what was not measured. */
  summaryOf(measure: MeasureName, name: Implementation, finding: string): Summary | null {
    const rounds = this.roundsOf(measure, name);
    return rounds.length > 0 ? summaryOf(rounds.map((round) => round[finding]!)) : null;
  }

  /** The ratio to hand-written DOM, round by round. Null for what was not measured. */
  ratioOf(measure: MeasureName, name: Implementation, finding: string): Summary | null {
    const vanilla = this.roundsOf(measure, 'vanilla');
    const rounds = this.roundsOf(measure, name);
    if (vanilla.length === 0 || rounds.length === 0) return null;
    return summaryOf(rounds.map((round, index) => round[finding]! / vanilla[index]![finding]!));
  }

  toJSON(): Record<string, readonly Findings[]> {
    return Object.fromEntries(this.#rounds);
  }
}
