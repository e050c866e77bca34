import { Type, type TSchema, type TUnion, type TNull } from '@sinclair/typebox';
import { limits } from 'live-battles/core';

/** Objects take what they name and nothing else: a misspelt field is an error, not a silent default. */
export const strict = { additionalProperties: false } as const;

export const LiveId = Type.String({ pattern: '^[A-Za-z0-9_]{1,48}$', examples: ['alices_live'] });
export const UserId = Type.String({ pattern: '^[A-Za-z0-9_.:-]{1,64}$', examples: ['alice'] });
/** Made by the server, so only its length is checked. */
export const Id = Type.String({ minLength: 1, maxLength: 64 });
export const Instant = Type.Integer({ description: 'Epoch milliseconds' });
export const Seconds = (minimum: number, maximum: number) => Type.Integer({ minimum, maximum, description: 'Seconds' });
export const Text = (maxLength: number) => Type.String({ maxLength });
export const ExtensionInfo = Text(limits.extensionInfoLength);

/** Keys of any kind; what is wrong with one has an error of its own. */
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
