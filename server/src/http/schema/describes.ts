import { Type, type Static, type TSchema, type TUnsafe } from '@sinclair/typebox';

type Frozen<T> = T extends object ? { readonly [K in keyof T]: Frozen<T[K]> } : T;
type Filled<T> = T extends object ? { readonly [K in keyof T]-?: Filled<T[K]> } : T;

type Alike<A, B> = [A] extends [B] ? ([B] extends [A] ? unknown : never) : never;

/** The second half finds a missing optional field, which the first lets pass. */
type Same<A, B> = Alike<Frozen<A>, Frozen<B>> & Alike<Filled<A>, Filled<B>>;

/** A schema for one of the kit's types. It does not compile when the two differ, so that neither can drift away. */
export function describes<T>() {
  return <S extends TSchema>(schema: S & Same<T, Static<S>>): TUnsafe<T> => Type.Unsafe<T>(schema);
}
