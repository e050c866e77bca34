import { LiveError, LiveErrorCode } from '../live-error.js';

/** A JSON Schema as a plain object. It accepts the same values as its shape. */
export type JsonSchema = Readonly<Record<string, unknown>>;

/** Carries the input type; not there at run time. */
declare const input: unique symbol;

/** Describes and checks a value. `In` is what a caller may pass; `Out` is the value checked, with all defaults. */
export interface Shape<In, Out = In> {
  readonly schema: JsonSchema;
  /** True if the value is a live's id or a list of them. They are the lives that a command is about. */
  readonly namesLives?: boolean;
  readonly [input]?: In;
  /** Checks a value; the error message calls it `name`. @throws LiveError `invalidParameter`. */
  readonly read: (name: string, value: unknown) => Out;
}

/** A field that may be absent. Only `undefined` counts as absent: null, '' and NaN are values. */
export interface OptionalShape<In, Out> extends Shape<In, Out> {
  readonly isOptional: true;
}

export type AnyShape = Shape<unknown, unknown>;

export type InputOf<S extends AnyShape> = S extends Shape<infer In, unknown> ? In : never;
export type OutputOf<S extends AnyShape> = S extends Shape<unknown, infer Out> ? Out : never;

/** Reports a malformed value. @throws LiveError `invalidParameter`. */
export function malformed(name: string, expectation: string): never {
  throw new LiveError(LiveErrorCode.invalidParameter, `${name} must be ${expectation}`);
}
