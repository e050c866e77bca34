import { parseArgs } from 'node:util';
import { implementationNames, type Implementation } from './implementations.js';
import { measureNames, type MeasureName } from './measures/measures.js';

export interface BenchOptions {
  only: readonly Implementation[];
  measures: readonly MeasureName[];
  rounds: number;
  /** Seconds of updates that are measured in each round. */
  seconds: number;
  /** Where the JSON goes; null: `results/<date>.json`. */
  out: string | null;
  /** Writes a trace and a CPU profile of this implementation instead of the table. */
  profile: Implementation | null;
}

/** @throws Error that names what is wrong with an argument. */
export function readOptions(args: readonly string[]): BenchOptions {
  const { values } = parseArgs({
    args: [...args],
    options: {
      only: { type: 'string', default: implementationNames.join() },
      measure: { type: 'string', default: measureNames.join() },
      rounds: { type: 'string', default: '3' },
      seconds: { type: 'string', default: '6' },
      out: { type: 'string' },
      profile: { type: 'string' },
    },
  });
  return {
    only: values.only.split(',').map((name) => oneOf(implementationNames, name)),
    measures: values.measure.split(',').map((name) => oneOf(measureNames, name)),
    rounds: wholeNumber('--rounds', values.rounds),
    seconds: wholeNumber('--seconds', values.seconds),
    out: values.out ?? null,
    profile: values.profile === undefined ? null : oneOf(implementationNames, values.profile),
  };
}

function oneOf<T extends string>(known: readonly T[], name: string): T {
  const found = known.find((other) => other === name);
  if (found === undefined) throw new Error(`"${name}" is none of ${known.join(', ')}`);
  return found;
}

function wholeNumber(option: string, value: string): number {
  const number = Number(value);
  if (!Number.isInteger(number) || number < 1) throw new Error(`${option} must be a whole number from 1`);
  return number;
}
