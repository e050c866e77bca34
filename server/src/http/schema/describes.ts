import { Type, type Static, type TSchema, type TUnsafe } from '@sinclair/typebox';
import type { Same } from 'live-battles/protocol';

/** A schema for one of the kit's types. It does not compile when the two differ, so they change together. */
export function describes<T>() {
  return <S extends TSchema>(schema: S & Same<T, Static<S>>): TUnsafe<T> => Type.Unsafe<T>(schema);
}
