import { ParticipantInfo, ParticipantInfo_State } from 'livekit-server-sdk';
import { beforeEach, expect, it } from 'vitest';
import { RoomRegister } from '../../server/src/livekit/audience/room-register.js';

let register: RoomRegister;
beforeEach(() => {
  register = new RoomRegister();
});

const connection = (identity: string, n = 1, more: Partial<ParticipantInfo> = {}): ParticipantInfo =>
  new ParticipantInfo({
    identity,
    sid: `PA_${identity}_${n}`,
    joinedAtMs: BigInt(n),
    state: ParticipantInfo_State.ACTIVE,
    ...more,
  });
const { kind: recorder } = ParticipantInfo.fromJson({ kind: 'EGRESS' });
const names = (): string[] => register.users.map(({ userId }) => userId);

it('knows name and picture of whoever has connected, hidden or not', () => {
  register.joined(connection('vic', 1, { name: 'Vic', attributes: { avatarUrl: 'https://example.test/vic.png' } }));
  register.joined(connection('wil'));
  expect(register.users).toEqual([
    { userId: 'vic', userName: 'Vic', avatarUrl: 'https://example.test/vic.png' },
    { userId: 'wil', userName: 'wil', avatarUrl: '' },
  ]);
  register.left(connection('vic'));
  expect(names()).toEqual(['wil']);
});

it('does not lose whoever has come back because of the end of their old connection, told before or after', () => {
  register.joined(connection('vic', 1));
  register.joined(connection('vic', 2));
  register.left(connection('vic', 1));
  expect(names()).toEqual(['vic']);
  register.joined(connection('wil', 1));
  register.left(connection('wil', 1));
  register.joined(connection('wil', 2));
  expect(names()).toEqual(['vic', 'wil']);
});

it('takes no connection for a new one that has ended, or that is older than the one it knows', () => {
  register.left(connection('vic', 1));
  register.joined(connection('vic', 1));
  expect(names()).toEqual([]);
  register.joined(connection('vic', 3));
  register.joined(connection('vic', 2));
  register.left(connection('vic', 2));
  expect(names()).toEqual(['vic']);
});

it('leaves out people of linked lives, recorders and agents', () => {
  register.joined(connection('bob@bob_live'));
  register.joined(connection('recorder', 1, { kind: recorder }));
  expect(names()).toEqual([]);
});

it('keeps people called like parts of the language', () => {
  for (const name of ['__proto__', 'constructor']) register.joined(connection(name));
  expect(names()).toEqual(['__proto__', 'constructor']);
});

it('is put right by the list, in the order of coming', async () => {
  register.joined(connection('gone'));
  const list = [
    connection('wil', 5),
    connection('vic', 4),
    connection('on-the-way', 6, { state: ParticipantInfo_State.JOINING }),
  ];
  await register.heal(async () => list);
  expect(names()).toEqual(['vic', 'wil']);
  await register.heal(async () => [connection('wil', 5, { state: ParticipantInfo_State.DISCONNECTED })]);
  expect(names()).toEqual([]);
});

it('believes what was heard while the list was on its way more than the list', async () => {
  register.joined(connection('leaver'));
  await register.heal(async () => {
    register.joined(connection('comer'));
    register.left(connection('leaver'));
    return [connection('leaver')];
  });
  expect(names()).toEqual(['comer']);
});
