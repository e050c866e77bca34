import { described } from './compose.js';
import { object, type Fields, type InputOfFields, type OutputOfFields } from './object.js';
import { malformed, type Shape } from './shape.js';

/** In the type alone: what a command is answered with. */
export interface Reply<T> {
  readonly answer?: T;
}

/** The answer of a command that only succeeds or fails. */
export type Done = Record<string, never>;

/** A command as its feature declares it; its name is the key under which it stands. */
export interface Command<F extends Fields = Fields, R = unknown> extends Reply<R> {
  /** What it does, for the API's documentation. */
  summary: string;
  fields: F;
}

/** Commands by name. */
export type Commands = Readonly<Record<string, Command>>;

/** Names the type of an answer; at run time there is nothing in it. */
export function reply<T>(): Reply<T> {
  return {};
}

/** Declares a command: what it does, its fields, and what it is answered with. */
export function command<F extends Fields, R = Done>(summary: string, fields: F, _reply: Reply<R> = {}): Command<F, R> {
  return { summary, fields };
}

type Flat<T> = { [K in keyof T]: T[K] };

/** What a caller sends: what has a default may be absent. */
export type CommandInput<C extends Commands, T extends keyof C> = {
  [K in T]: Flat<{ type: K } & InputOfFields<C[K]['fields']>>;
}[T];

/** What a rule gets: checked and complete. */
export type CommandOutput<C extends Commands, T extends keyof C> = {
  [K in T]: Flat<{ type: K } & OutputOfFields<C[K]['fields']>>;
}[T];

export type CommandReply<C extends Commands, T extends keyof C> = C[T] extends Reply<infer R> ? R : never;

/** The shape of each command, its name in the field `type` included. */
export function commandShapes(commands: Commands): ReadonlyMap<string, Shape<unknown>> {
  return new Map(Object.entries(commands).map(([type, { summary, fields }]) => [type, shapeOf(type, summary, fields)]));
}

function shapeOf(type: string, summary: string, fields: Fields): Shape<unknown> {
  const { schema, read } = described(summary, object({ type: constant(type), ...fields }));
  return { schema: { title: type, ...schema }, read };
}

function constant(expected: string): Shape<string> {
  return {
    schema: { type: 'string', const: expected },
    read: (name, value) => (value === expected ? expected : malformed(name, expected)),
  };
}
