import { Type, type TUnsafe } from '@sinclair/typebox';
import type { AnyShape, InputOf, JsonSchema, OutputOf } from 'live-battles/protocol';

/** The schema of a value in a request. */
export function sent<S extends AnyShape>({ schema }: S): TUnsafe<InputOf<S>> {
  return Type.Unsafe<InputOf<S>>(schema);
}

/** The schema of a value in a reply: fields with a default are required there. */
export function told<S extends AnyShape>({ schema }: S): TUnsafe<OutputOf<S>> {
  return Type.Unsafe<OutputOf<S>>(complete(schema));
}

function complete({ default: _default, ...schema }: JsonSchema): JsonSchema {
  const { properties, items, anyOf } = schema as {
    properties?: Readonly<Record<string, JsonSchema>>;
    items?: JsonSchema;
    anyOf?: readonly JsonSchema[];
  };
  const required = Object.entries(properties ?? {}).flatMap(([key, field]) => ('default' in field ? [key] : []));
  return {
    ...schema,
    ...(properties && {
      properties: Object.fromEntries(Object.entries(properties).map(([key, field]) => [key, complete(field)])),
      required: [...((schema.required ?? []) as readonly string[]), ...required],
    }),
    ...(items && { items: complete(items) }),
    ...(anyOf && { anyOf: anyOf.map(complete) }),
  };
}
