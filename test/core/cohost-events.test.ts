import { describe, expect, it } from 'vitest';
import { Emitter, type CoHostEvents, type RequestStatus } from '../../src/core/index.js';
import type { LiveDocument, PersonalDocument } from '../../src/protocol/index.js';
import { emitJoins, emitLeaves, emitRequestChanges } from '../../src/core/stores/cohost/cohost-events.js';
import { battleOf, documentOf, invitation, linkOf, personalOf } from './examples.js';

function record(emit: (events: Emitter<CoHostEvents>) => void): string[] {
  const events = new Emitter<CoHostEvents>();
  const heard: string[] = [];
  events.onAny((name, payload) => {
    const users = Object.entries(payload).flatMap(([key, value]) =>
      typeof value === 'object' && value !== null ? `${key} ${(value as { userId: string }).userId}` : [],
    );
    heard.push(`${name}: ${users.join(', ')}`);
  });
  emit(events);
  return heard;
}

describe('who came and went', () => {
  const alone = documentOf('ann');
  const withLink = (...userIds: string[]): LiveDocument => documentOf('ann', { link: linkOf(...userIds) });
  const cases: [string, LiveDocument | null, LiveDocument | null, string[]][] = [
    ['the first look at a link', null, withLink('ann', 'bob'), []],
    ['being linked', alone, withLink('ann', 'bob'), ['cohost-user-joined: userInfo bob']],
    [
      'being linked with two',
      alone,
      withLink('bob', 'cid', 'ann'),
      ['cohost-user-joined: userInfo bob', 'cohost-user-joined: userInfo cid'],
    ],
    ['a third who joins', withLink('ann', 'bob'), withLink('ann', 'bob', 'cid'), ['cohost-user-joined: userInfo cid']],
    ['one who leaves', withLink('ann', 'bob', 'cid'), withLink('ann', 'cid'), ['cohost-user-left: userInfo bob']],
    ['the end of a link', withLink('ann', 'bob'), alone, ['cohost-user-left: userInfo bob']],
    [
      'one who leaves as another joins',
      withLink('ann', 'bob'),
      withLink('ann', 'cid'),
      ['cohost-user-left: userInfo bob', 'cohost-user-joined: userInfo cid'],
    ],
    ['nothing', withLink('ann', 'bob'), withLink('ann', 'bob'), []],
    ['leaving the live', withLink('ann', 'bob'), null, []],
  ];
  it.each(cases)('%s', (_, before, after, expected) => {
    const heard = record((events) => {
      emitLeaves(events, { before, after });
      emitJoins(events, { before, after });
    });
    expect(heard).toEqual(expected);
  });
});

describe('what became of invitations', () => {
  const asInviter = (status: RequestStatus): PersonalDocument =>
    personalOf({ coHostRequests: [invitation('ann', 'bob', { status })] });
  const asInvitee = (status: RequestStatus): PersonalDocument =>
    personalOf({ coHostRequests: [invitation('bob', 'ann', { status })] });
  const none = personalOf();

  const cases: [string, PersonalDocument | null, PersonalDocument | null, string[]][] = [
    ['received', none, asInvitee('pending'), ['cohost-request-received: inviter bob']],
    ['received before the page was opened', null, asInvitee('pending'), ['cohost-request-received: inviter bob']],
    ['sent', none, asInviter('pending'), []],
    ['accepted by the other', asInviter('pending'), asInviter('accepted'), ['cohost-request-accepted: invitee bob']],
    ['rejected by the other', asInviter('pending'), asInviter('rejected'), ['cohost-request-rejected: invitee bob']],
    ['accepted here', asInvitee('pending'), asInvitee('accepted'), []],
    ['rejected here', asInvitee('pending'), asInvitee('rejected'), []],
    [
      'cancelled, told to the inviter',
      asInviter('pending'),
      asInviter('cancelled'),
      ['cohost-request-cancelled: inviter ann, invitee bob'],
    ],
    [
      'cancelled, told to the invitee',
      asInvitee('pending'),
      asInvitee('cancelled'),
      ['cohost-request-cancelled: inviter bob, invitee ann'],
    ],
    [
      'timed out, told to the inviter',
      asInviter('pending'),
      asInviter('timeout'),
      ['cohost-request-timeout: inviter ann, invitee bob'],
    ],
    [
      'timed out, told to the invitee',
      asInvitee('pending'),
      asInvitee('timeout'),
      ['cohost-request-timeout: inviter bob, invitee ann'],
    ],
    ['settled while nobody looked', none, asInviter('rejected'), ['cohost-request-rejected: invitee bob']],
    ['settled before the page was opened', null, asInviter('rejected'), []],
    ['still the same', asInvitee('pending'), asInvitee('pending'), []],
    ['forgotten', asInviter('rejected'), none, []],
    [
      'settled and forgotten while nobody looked',
      asInvitee('pending'),
      none,
      ['cohost-request-cancelled: inviter bob, invitee ann'],
    ],
  ];
  it.each(cases)('%s', (_, before, after, expected) => {
    expect(record((events) => emitRequestChanges(events, { before, after }, 'ann_live'))).toEqual(expected);
  });

  it('hands the text of the invitation over, and the battle it carries', () => {
    const events = new Emitter<CoHostEvents>();
    let heard: unknown;
    const { config } = battleOf(['bob', 'ann']);
    events.on('cohost-request-received', ({ extensionInfo, battle }) => (heard = [extensionInfo, battle]));
    const after = personalOf({ coHostRequests: [invitation('bob', 'ann', { extensionInfo: 'PK?', battle: config })] });
    emitRequestChanges(events, { before: none, after }, 'ann_live');
    expect(heard).toEqual(['PK?', config]);
  });
});
