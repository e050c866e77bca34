import { malformed, type AnyShape, type InputOf, type OptionalShape, type OutputOf, type Shape } from './shape.js';

/** Adds a description with the unit to a shape, for the API documentation. */
export function described<S extends AnyShape>(description: string, shape: S): S {
  const { description: before } = shape.schema;
  const both = typeof before === 'string' ? `${description}. ${before}` : description;
  return { ...shape, schema: { ...shape.schema, description: both } };
}

/** A field that may be absent and stays absent. */
export function optional<S extends AnyShape>(shape: S): OptionalShape<InputOf<S>, OutputOf<S> | undefined> {
  return {
    ...(shape as Shape<InputOf<S>, OutputOf<S>>),
    isOptional: true,
    read: (name, value) => (value === undefined ? undefined : (shape.read(name, value) as OutputOf<S>)),
  };
}

/** A field that may be absent and then gets the default. */
export function withDefault<S extends AnyShape>(
  shape: S,
  fallback: InputOf<S>,
): OptionalShape<InputOf<S>, OutputOf<S>> {
  return {
    ...(shape as Shape<InputOf<S>, OutputOf<S>>),
    schema: { ...shape.schema, default: fallback },
    isOptional: true,
    read: (name, value) => shape.read(name, value === undefined ? fallback : value) as OutputOf<S>,
  };
}

/** Null, or a value of the shape. */
export function nullable<S extends AnyShape>(shape: S): Shape<InputOf<S> | null, OutputOf<S> | null> {
  return {
    schema: { anyOf: [shape.schema, { type: 'null' }] },
    read: (name, value) => (value === null ? null : (shape.read(name, value) as OutputOf<S>)),
  };
}

/** A list of `min` to `max` values of one shape. */
export function list<S extends AnyShape>(
  item: S,
  { min = 0, max }: { min?: number; max: number },
): Shape<readonly InputOf<S>[], readonly OutputOf<S>[]> {
  return {
    schema: { type: 'array', items: item.schema, ...(min > 0 && { minItems: min }), maxItems: max },
    ...(item.namesLives && { namesLives: true }),
    read: (name, value) => {
      if (!Array.isArray(value) || value.length < min || value.length > max) {
        malformed(name, `a list of ${min} to ${max}`);
      }
      return Array.from(
        value as readonly unknown[],
        (one, index) => item.read(`${name}[${index}]`, one) as OutputOf<S>,
      );
    },
  };
}

/** An object with any keys and with texts as values. */
export const texts: Shape<Readonly<Record<string, string>>> = {
  schema: { type: 'object', additionalProperties: { type: 'string' } },
  read: (name, value) => {
    for (const [key, text] of Object.entries(objectOf(name, value))) {
      if (typeof text !== 'string') malformed(`${name} "${key}"`, 'a text');
    }
    return value as Readonly<Record<string, string>>;
  },
};

/** Reads a value by a shape, then converts it with `make`. */
export function mapped<In, Read, Out>(shape: Shape<In, Read>, make: (value: Read) => Out): Shape<In, Out> {
  return { schema: shape.schema, read: (name, value) => make(shape.read(name, value)) };
}

/** Returns the value if it is an object and not a list. @throws LiveError `invalidParameter` otherwise. */
export function objectOf(name: string, value: unknown): Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) malformed(name, 'an object');
  return value as Readonly<Record<string, unknown>>;
}
