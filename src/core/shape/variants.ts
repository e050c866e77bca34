import { objectOf } from './compose.js';
import { object, type Fields, type InputOfFields, type OutputOfFields } from './object.js';
import { malformed, type Shape } from './shape.js';
import { constant } from './values.js';

type Flat<T> = { [K in keyof T]: T[K] };

/** What a caller may pass for {@link variants}. */
export type InputOfVariants<V extends Readonly<Record<string, Fields>>> = {
  [T in keyof V]: Flat<{ type: T } & InputOfFields<V[T]>>;
}[keyof V];

/** What is read by {@link variants}. */
export type OutputOfVariants<V extends Readonly<Record<string, Fields>>> = {
  [T in keyof V]: Flat<{ type: T } & OutputOfFields<V[T]>>;
}[keyof V];

/** One of several objects. The field `type` says which; the keys of `variants` are its values. */
export function variants<const V extends Readonly<Record<string, Fields>>>(
  variants: V,
): Shape<InputOfVariants<V>, OutputOfVariants<V>> {
  const shapes = new Map(
    Object.entries(variants).map(([type, fields]) => [type, object({ type: constant(type), ...fields })]),
  );
  return {
    schema: {
      type: 'object',
      required: ['type'],
      // With the discriminator, a mistake is reported for the object that was meant, not for all.
      discriminator: { propertyName: 'type' },
      oneOf: [...shapes].map(([type, { schema }]) => ({ title: type, ...schema })),
    },
    read: (name, value) => {
      const { type } = objectOf(name, value);
      const shape = typeof type === 'string' ? shapes.get(type) : undefined;
      if (!shape) malformed(`${name}.type`, `one of ${[...shapes.keys()].join(', ')}`);
      return shape.read(name, value) as OutputOfVariants<V>;
    },
  };
}
