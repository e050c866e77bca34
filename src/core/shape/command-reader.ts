import { isLiveId } from '../live/live.js';
import { commandShapes, type CommandOutput, type Commands } from './command.js';
import { objectOf } from './compose.js';
import type { Fields } from './object.js';
import { malformed } from './shape.js';

/** Reads commands of unknown origin by their declarations. */
export class CommandReader<C extends Commands> {
  readonly #shapes;

  constructor(private readonly commands: C) {
    this.#shapes = commandShapes(commands);
  }

  /**
   * Returns the command, checked and with its defaults.
   * @throws LiveError `invalidParameter` for anything but a well-formed command.
   */
  read(command: unknown): CommandOutput<C, keyof C> {
    const { type } = objectOf('a command', command);
    const shape = typeof type === 'string' ? this.#shapes.get(type) : undefined;
    if (!shape) malformed('type', 'the name of a command');
    return shape.read('', command) as CommandOutput<C, keyof C>;
  }

  /** The declared fields of a command that has not been read; empty for an unknown type. */
  fieldsOf({ type }: { type: string }): Fields {
    return Object.hasOwn(this.commands, type) ? (this.commands[type]?.fields ?? {}) : {};
  }

  /** The ids of the lives that a command names, before it is read. Values that are no live id are left out. */
  livesOf(command: { type: string }): readonly string[] {
    const keys = Object.entries(this.fieldsOf(command)).flatMap(([key, { namesLives }]) => (namesLives ? [key] : []));
    return keys.flatMap((key) => (command as Readonly<Record<string, unknown>>)[key]).filter(isLiveId);
  }
}
