import { LiveError, LiveErrorCode } from '../live-error.js';

/** A JSON Schema as a plain object. It takes the same values as the shape it belongs to. */
export type JsonSchema = Readonly<Record<string, unknown>>;

/** In the type alone: what a caller may pass. */
declare const input: unique symbol;

/** What a value must look like: `In` is what a caller may pass, `Out` what comes out, checked and complete. */
export interface Shape<In, Out = In> {
  readonly schema: JsonSchema;
  /** True where a live's id stands, or a list of them: the lives that a command is about. */
  readonly namesLives?: boolean;
  readonly [input]?: In;
  /** `name` is what the value is called in the message. @throws LiveError `invalidParameter`. */
  readonly read: (name: string, value: unknown) => Out;
}

/** A field that may be absent. Only `undefined` is absent; null, '', NaN and the like are values. */
export interface OptionalShape<In, Out> extends Shape<In, Out> {
  readonly isOptional: true;
}

export type AnyShape = Shape<unknown, unknown>;

export type InputOf<S extends AnyShape> = S extends Shape<infer In, unknown> ? In : never;
export type OutputOf<S extends AnyShape> = S extends Shape<unknown, infer Out> ? Out : never;

/** @throws LiveError `invalidParameter`. */
export function malformed(name: string, expectation: string): never {
  throw new LiveError(LiveErrorCode.invalidParameter, `${name} must be ${expectation}`);
}
