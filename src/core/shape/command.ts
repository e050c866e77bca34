import { described } from './compose.js';
import { object, type Fields, type InputOfFields, type OutputOfFields } from './object.js';
import type { Shape } from './shape.js';
import { constant } from './values.js';

/** Carries the type of a command's answer; empty at run time. */
export interface Reply<T> {
  readonly answer?: T;
}

/** The answer of a command that only succeeds or fails. */
export type Done = Record<string, never>;

/** A command as its feature declares it. Its name is its key in {@link Commands}. */
export interface Command<F extends Fields = Fields, R = unknown> extends Reply<R> {
  /** What the command does, for the API documentation. */
  summary: string;
  fields: F;
}

/** Commands by name. */
export type Commands = Readonly<Record<string, Command>>;

/** Declares the type of an answer; empty at run time. */
export function reply<T>(): Reply<T> {
  return {};
}

/** Declares a command with its summary, its fields and the type of its answer. */
export function command<F extends Fields, R = Done>(summary: string, fields: F, _reply: Reply<R> = {}): Command<F, R> {
  return { summary, fields };
}

type Flat<T> = { [K in keyof T]: T[K] };

/** What a caller sends: fields with a default may be absent. */
export type CommandInput<C extends Commands, T extends keyof C> = {
  [K in T]: Flat<{ type: K } & InputOfFields<C[K]['fields']>>;
}[T];

/** What a rule gets: checked, with all defaults. */
export type CommandOutput<C extends Commands, T extends keyof C> = {
  [K in T]: Flat<{ type: K } & OutputOfFields<C[K]['fields']>>;
}[T];

export type CommandReply<C extends Commands, T extends keyof C> = C[T] extends Reply<infer R> ? R : never;

/** The shape of each command; the field `type` holds its name. */
export function commandShapes(commands: Commands): ReadonlyMap<string, Shape<unknown>> {
  return new Map(Object.entries(commands).map(([type, { summary, fields }]) => [type, shapeOf(type, summary, fields)]));
}

function shapeOf(type: string, summary: string, fields: Fields): Shape<unknown> {
  const { schema, read } = described(summary, object({ type: constant(type), ...fields }));
  return { schema: { title: type, ...schema }, read };
}
