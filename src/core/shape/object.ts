import { objectOf } from './compose.js';
import { malformed, type AnyShape, type InputOf, type OptionalShape, type OutputOf, type Shape } from './shape.js';

/** The fields of an object by name. */
export type Fields = Readonly<Record<string, AnyShape>>;

type Flat<T> = { [K in keyof T]: T[K] };
type IsOptional<S> = S extends OptionalShape<unknown, unknown> ? true : false;

/** What a caller may pass: optional fields and fields with a default may be absent. */
export type InputOfFields<F extends Fields> = Flat<
  { [K in keyof F as IsOptional<F[K]> extends true ? never : K]: InputOf<F[K]> } & {
    [K in keyof F as IsOptional<F[K]> extends true ? K : never]?: InputOf<F[K]>;
  }
>;

/** What is read: only optional fields may be absent. */
export type OutputOfFields<F extends Fields> = Flat<
  { [K in keyof F as undefined extends OutputOf<F[K]> ? never : K]: OutputOf<F[K]> } & {
    [K in keyof F as undefined extends OutputOf<F[K]> ? K : never]?: Exclude<OutputOf<F[K]>, undefined>;
  }
>;

/**
 * An object with exactly these fields. An unknown field is an error, so a misspelt one does not silently get its
 * default.
 */
export function object<F extends Fields>(fields: F): Shape<InputOfFields<F>, OutputOfFields<F>> {
  const named = Object.entries(fields);
  const required = named.flatMap(([key, shape]) => ('isOptional' in shape ? [] : [key]));
  return {
    schema: {
      type: 'object',
      properties: Object.fromEntries(named.map(([key, { schema }]) => [key, schema])),
      ...(required.length > 0 && { required }),
      additionalProperties: false,
    },
    read: (name, value) => {
      const given = objectOf(name || 'it', value);
      const path = (key: string): string => (name === '' ? key : `${name}.${key}`);
      for (const key of Object.keys(given)) {
        if (given[key] !== undefined && !Object.hasOwn(fields, key)) {
          malformed(path(key), 'left out: there is no such field');
        }
      }
      // Every command and every gift is read here, so the result is filled in place.
      const read: Record<string, unknown> = {};
      for (const [key, shape] of named) {
        const one = shape.read(path(key), given[key]);
        if (one !== undefined) read[key] = one;
      }
      return read as OutputOfFields<F>;
    },
  };
}
