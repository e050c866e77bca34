import { Type, type TObject, type TProperties } from '@sinclair/typebox';
import { limits, type UserCommand } from '../../../../src/core/vocabulary.js';
import { WantedBattleSchema } from './battle-config.js';
import { LayoutTemplateSchema } from './cohost.js';
import { describes } from './describes.js';
import { ExtensionInfo, Id, LiveId, Seconds, strict, Text, UserId } from './values.js';

function command<T extends UserCommand['type'], P extends TProperties>(type: T, properties: P) {
  return Type.Object({ type: Type.Literal(type), liveId: LiveId, ...properties }, { ...strict, title: type });
}

const commands = [
  command('create-live', {
    liveName: Type.Optional(Text(limits.liveNameBytes)),
    coverUrl: Type.Optional(Text(limits.coverUrlLength)),
    isPublicVisible: Type.Optional(Type.Boolean()),
  }),
  command('end-live', {}),
  command('request-host-connection', {
    targetLiveIds: Type.Array(LiveId, { minItems: 1, maxItems: limits.linkedLives }),
    layoutTemplate: Type.Optional(LayoutTemplateSchema),
    timeout: Type.Optional(Seconds(1, limits.requestTimeoutMax)),
    extensionInfo: Type.Optional(ExtensionInfo),
    battle: Type.Optional(WantedBattleSchema),
  }),
  command('cancel-host-connection', { toLiveId: LiveId }),
  command('accept-host-connection', { fromLiveId: LiveId }),
  command('reject-host-connection', { fromLiveId: LiveId }),
  command('exit-host-connection', {}),
  command('request-battle', {
    userIds: Type.Array(UserId, { minItems: 1, maxItems: limits.linkedLives }),
    config: Type.Optional(WantedBattleSchema),
    // 0 means the default.
    timeout: Type.Optional(Seconds(0, limits.requestTimeoutMax)),
  }),
  command('cancel-battle-request', {
    battleId: Id,
    userIds: Type.Optional(Type.Array(UserId, { maxItems: limits.linkedLives })),
  }),
  command('accept-battle', { battleId: Id }),
  command('reject-battle', { battleId: Id }),
  command('exit-battle', { battleId: Id }),
  command('end-penalty', { battleId: Id }),
] as const;

const union = describes<UserCommand>()(Type.Union([...commands]));

/** With a discriminator, a mistake is reported for the command that was meant, not for all of them. */
export const UserCommandSchema = Type.Unsafe<UserCommand>({
  type: 'object',
  required: ['type'],
  discriminator: { propertyName: 'type' },
  oneOf: (union as unknown as { anyOf: TObject[] }).anyOf,
});
