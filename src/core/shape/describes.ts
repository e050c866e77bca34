import type { AnyShape, InputOf, OutputOf, Shape } from './shape.js';

type Frozen<T> = T extends object ? { readonly [K in keyof T]: Frozen<T[K]> } : T;
type Filled<T> = T extends object ? { readonly [K in keyof T]-?: Filled<T[K]> } : T;

type Alike<A, B> = [A] extends [B] ? ([B] extends [A] ? unknown : never) : never;

/**
 * `unknown` if two types are the same apart from `readonly`, else `never`. `Frozen` alone would miss an absent optional
 * field; `Filled` finds it.
 */
export type Same<A, B> = Alike<Frozen<A>, Frozen<B>> & Alike<Filled<A>, Filled<B>>;

/** Ties a shape to the documented types: it compiles only if they are the same. */
export function describes<In, Out = In>() {
  return <S extends AnyShape>(shape: S & Same<In, InputOf<S>> & Same<Out, OutputOf<S>>): Shape<In, Out> =>
    shape as Shape<In, Out>;
}
