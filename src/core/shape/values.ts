import { malformed, type Shape } from './shape.js';

/** A whole number from `min` to `max`, both included. */
export function whole(min: number, max: number): Shape<number> {
  return {
    schema: { type: 'integer', minimum: min, maximum: max },
    read: (name, value) =>
      typeof value === 'number' && Number.isInteger(value) && value >= min && value <= max
        ? value
        : malformed(name, `a whole number from ${min} to ${max}`),
  };
}

/** A duration in whole seconds. */
export function seconds(min: number, max: number): Shape<number> {
  const { schema, read } = whole(min, max);
  return { schema: { ...schema, description: 'Seconds' }, read };
}

/** An instant in epoch milliseconds. */
export const instant: Shape<number> = {
  ...whole(0, Number.MAX_SAFE_INTEGER),
  schema: { ...whole(0, Number.MAX_SAFE_INTEGER).schema, description: 'Epoch milliseconds' },
};

/** A boolean. */
export const flag: Shape<boolean> = {
  schema: { type: 'boolean' },
  read: (name, value) => (typeof value === 'boolean' ? value : malformed(name, 'true or false')),
};

/** One of the given texts or numbers. */
export function oneOf<const T extends string | number>(values: readonly T[]): Shape<T> {
  return {
    schema: { type: typeof values[0] === 'number' ? 'integer' : 'string', enum: values },
    read: (name, value) =>
      values.find((one) => one === value) ?? malformed(name, `one of ${values.map((one) => `${one}`).join(', ')}`),
  };
}

/** Exactly this text. */
export function constant(expected: string): Shape<string> {
  return {
    schema: { type: 'string', const: expected },
    read: (name, value) => (value === expected ? expected : malformed(name, expected)),
  };
}
