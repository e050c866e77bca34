import { isLiveId } from '../live/live.js';
import { commandShapes, type CommandOutput, type Commands } from './command.js';
import { objectOf } from './compose.js';
import type { Fields } from './object.js';
import { malformed } from './shape.js';

/** Reads commands that came from anywhere, as they were declared. */
export class CommandReader<C extends Commands> {
  readonly #shapes;

  constructor(private readonly commands: C) {
    this.#shapes = commandShapes(commands);
  }

  /** Checked and complete. @throws LiveError `invalidParameter` for what is no command, and for malformed ones. */
  read(command: unknown): CommandOutput<C, keyof C> {
    const { type } = objectOf('a command', command);
    const shape = typeof type === 'string' ? this.#shapes.get(type) : undefined;
    if (!shape) malformed('type', 'the name of a command');
    return shape.read('', command) as CommandOutput<C, keyof C>;
  }

  /** The fields of a command, before it was read; none of what is no command. */
  fieldsOf({ type }: { type: string }): Fields {
    return Object.hasOwn(this.commands, type) ? (this.commands[type]?.fields ?? {}) : {};
  }

  /** The lives that a command names, before it was read: what stands in the place of a live's id and is none is left out. */
  livesOf(command: { type: string }): readonly string[] {
    const keys = Object.entries(this.fieldsOf(command)).flatMap(([key, { namesLives }]) => (namesLives ? [key] : []));
    return keys.flatMap((key) => (command as Readonly<Record<string, unknown>>)[key]).filter(isLiveId);
  }
}
