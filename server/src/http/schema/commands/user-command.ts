import { Type, type TObject } from '@sinclair/typebox';
import type { UserCommand } from 'live-battles/protocol';
import { describes } from '../describes.js';
import { battleCommands } from './battle-commands.js';
import { guestCommands } from './guest-commands.js';
import { linkCommands } from './link-commands.js';
import { liveCommands } from './live-commands.js';
import { seatCommands } from './seat-commands.js';

const union = describes<UserCommand>()(
  Type.Union([...liveCommands, ...linkCommands, ...battleCommands, ...seatCommands, ...guestCommands]),
);

/** With a discriminator, a mistake is reported for the command that was meant, not for all of them. */
export const UserCommandSchema = Type.Unsafe<UserCommand>({
  type: 'object',
  required: ['type'],
  discriminator: { propertyName: 'type' },
  oneOf: (union as unknown as { anyOf: TObject[] }).anyOf,
});
