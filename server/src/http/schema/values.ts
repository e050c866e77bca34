import { Type, type TSchema, type TUnion, type TNull } from '@sinclair/typebox';
import { id, liveId, userId } from 'live-battles/protocol';
import { sent } from './from-shape.js';

/** Objects reject unknown fields, so that a misspelt field is an error. */
export const strict = { additionalProperties: false } as const;

export const LiveId = sent(liveId);
export const UserId = sent(userId);
/** An id that the server has made, so only its length is checked. */
export const Id = sent(id);
export const Instant = Type.Integer({ description: 'Epoch milliseconds' });

/** Any keys with text values. The rules check them, and have error codes of their own for them. */
export const MetaData = Type.Unsafe<Record<string, string>>({
  type: 'object',
  additionalProperties: { type: 'string' },
});

export function orNull<T extends TSchema>(schema: T): TUnion<[T, TNull]> {
  return Type.Union([schema, Type.Null()]);
}

/** The values of one of the core's constant objects. */
export function oneOf<T extends number>(values: Readonly<Record<string, T>>) {
  return Type.Unsafe<T>(Type.Integer({ enum: Object.values(values) }));
}

export function textOf<T extends string>(...values: T[]) {
  return Type.Unsafe<T>(Type.String({ enum: values }));
}
