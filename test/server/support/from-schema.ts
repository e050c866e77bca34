import fc from 'fast-check';
import type { JsonSchema } from '../../../src/protocol/index.js';

/** Values that a schema takes and, now and then, a value just beyond its limits. */
export function valuesOf(schema: JsonSchema): fc.Arbitrary<unknown> {
  const {
    type,
    enum: values,
    const: only,
    examples,
    items = {},
    anyOf,
    oneOf = anyOf,
    maxLength = 10,
  } = schema as Schema;
  const { minimum = 0, maximum = 10, minItems = 0, maxItems = 3 } = schema as Schema;
  if (only !== undefined) return fc.constant(only);
  if (values) return fc.constantFrom(...values);
  if (oneOf) return fc.oneof(...oneOf.map(valuesOf));
  if (examples) return mostly(examples, ['', 'a'.repeat(200), 'a\n', '\ud800', '🎤', 'constructor', '__proto__']);
  if (type === 'integer') return mostly([minimum, minimum + 1, maximum - 1, maximum], [minimum - 1, maximum + 1]);
  if (type === 'boolean') return fc.boolean();
  if (type === 'null') return fc.constant(null);
  if (type === 'string') {
    return mostly(['x', 'x'.repeat(maxLength), '🎤'.repeat(maxLength)], ['', '🎤'.repeat(maxLength + 1)]);
  }
  if (type === 'array') {
    const length = mostly([minItems, minItems + 1, maxItems], [Math.max(0, minItems - 1), maxItems + 1]);
    return length.chain((count) => fc.array(valuesOf(items), { minLength: count, maxLength: count }));
  }
  return objectsOf(schema);
}

function mostly<T>(good: readonly T[], beyond: readonly T[]): fc.Arbitrary<T> {
  return fc.oneof(
    { weight: 50, arbitrary: fc.constantFrom(...good) },
    { weight: 1, arbitrary: fc.constantFrom(...beyond) },
  );
}

/** The same value with one invalid part, at any depth. */
export function garbled(value: unknown): fc.Arbitrary<unknown> {
  if (typeof value !== 'object' || value === null || Object.keys(value).length === 0) return nasty;
  const keys = Object.keys(value);
  const inside = fc
    .constantFrom(...keys)
    .chain((key) => garbled((value as Json)[key]).map((one) => put(value, key, one)));
  const gone = fc.constantFrom(...keys).map((key) => without(value, key));
  return fc.oneof(
    nasty,
    inside,
    inside,
    inside,
    gone,
    nasty.map((one) => put(value, 'surplus', one)),
  );
}

type Json = Readonly<Record<string, unknown>>;

interface Schema {
  type?: string;
  enum?: readonly unknown[];
  const?: unknown;
  examples?: readonly string[];
  anyOf?: readonly JsonSchema[];
  oneOf?: readonly JsonSchema[];
  items?: JsonSchema;
  properties?: Readonly<Record<string, JsonSchema>>;
  required?: readonly string[];
  minimum?: number;
  maximum?: number;
  maxLength?: number;
  minItems?: number;
  maxItems?: number;
}

const nasty = fc.constantFrom<unknown>(
  ...[null, '', 'x', 'x'.repeat(5000), '\ud800', -1, 0, 1, 0.5, 1e308, 2 ** 53, true, false, {}, [], [null], [[]]],
  JSON.parse('{"__proto__": 1}'),
);

function objectsOf({ properties, required = [] }: Schema): fc.Arbitrary<unknown> {
  if (!properties) return fc.dictionary(fc.string(), fc.string(), { maxKeys: 3 });
  const fields = Object.fromEntries(Object.entries(properties).map(([key, field]) => [key, valuesOf(field)]));
  return fc.record(fields, { requiredKeys: [...required] });
}

function put(value: object, key: string, one: unknown): unknown {
  if (Array.isArray(value)) return value.map((old: unknown, index) => (String(index) === key ? one : old));
  return { ...value, [key]: one };
}

function without(value: object, key: string): unknown {
  if (Array.isArray(value)) return value.filter((_, index) => String(index) !== key);
  return Object.fromEntries(Object.entries(value).filter(([name]) => name !== key));
}
