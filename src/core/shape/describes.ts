import type { AnyShape, InputOf, OutputOf, Shape } from './shape.js';

type Frozen<T> = T extends object ? { readonly [K in keyof T]: Frozen<T[K]> } : T;
type Filled<T> = T extends object ? { readonly [K in keyof T]-?: Filled<T[K]> } : T;

type Alike<A, B> = [A] extends [B] ? ([B] extends [A] ? unknown : never) : never;

/**
 * `unknown` when two types say the same, `readonly` aside; else `never`. The second half finds a missing optional field,
 * which the first lets pass.
 */
export type Same<A, B> = Alike<Frozen<A>, Frozen<B>> & Alike<Filled<A>, Filled<B>>;

/** A shape for documented types. It does not compile when they differ, so that neither can drift away. */
export function describes<In, Out = In>() {
  return <S extends AnyShape>(shape: S & Same<In, InputOf<S>> & Same<Out, OutputOf<S>>): Shape<In, Out> =>
    shape as Shape<In, Out>;
}
