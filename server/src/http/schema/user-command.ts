import { Type } from '@sinclair/typebox';
import { commandShapes, userCommands, type UserCommand } from 'live-battles/protocol';

/** Any user command. With the discriminator, a mistake is reported for the command that was meant, not for all. */
export const UserCommandSchema = Type.Unsafe<UserCommand>({
  type: 'object',
  required: ['type'],
  discriminator: { propertyName: 'type' },
  oneOf: Array.from(commandShapes(userCommands).values(), ({ schema }) => schema),
});
