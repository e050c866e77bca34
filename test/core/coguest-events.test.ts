import { describe, expect, it } from 'vitest';
import { Emitter, type CoGuestEvents, type GuestRequest } from '../../src/core/index.js';
import type { PersonalDocument } from '../../src/protocol/index.js';
import { emitGuestRequestChanges, emitSeatKicks } from '../../src/core/stores/guest/coguest-events.js';
import { application, personalOf, seatInvitation, user } from './examples.js';

type Given = GuestRequest | null | undefined;

/** `undefined`: no personal document. Null: a document without a request. */
function personal(request: Given): PersonalDocument | null {
  return request === undefined ? null : personalOf({ guestRequests: request ? [request] : [] });
}

function heardBy(ownUserId: string, before: Given, after: Given): unknown[] {
  const events = new Emitter<CoGuestEvents>();
  const heard: unknown[] = [];
  events.onAny((name, payload) => heard.push([name, payload]));
  const view = { ownUserId, liveOwner: user('ann'), guestOf: ({ guest }: GuestRequest) => user(guest.userId) };
  emitGuestRequestChanges(events, { before: personal(before), after: personal(after) }, view);
  return heard;
}

const guestUser = user('guy');
const hostUser = user('ann');
const asked = application('guy', { extensionInfo: 'let me sing' });
const answered = (status: GuestRequest['status'], by: string | null): GuestRequest => ({
  ...asked,
  status,
  host: by === null ? null : user(by),
});
const offered = seatInvitation('ann', 'guy', { extensionInfo: 'come up' });
const settled = (status: GuestRequest['status']): GuestRequest => ({ ...offered, status });

describe('owner and administrators hear', () => {
  const cases: [string, Given, Given, unknown[]][] = [
    ['of an application', null, asked, [['guest-application-received', { guestUser, extensionInfo: 'let me sing' }]]],
    [
      'of an application from before the page was opened',
      undefined,
      asked,
      [['guest-application-received', { guestUser, extensionInfo: 'let me sing' }]],
    ],
    ['that it was cancelled', asked, answered('cancelled', null), [['guest-application-cancelled', { guestUser }]]],
    [
      'that another host accepted it',
      asked,
      answered('accepted', 'kim'),
      [['guest-application-processed-by-other-host', { guestUser, hostUser: user('kim') }]],
    ],
    [
      'that another host rejected it',
      asked,
      answered('rejected', 'kim'),
      [['guest-application-processed-by-other-host', { guestUser, hostUser: user('kim') }]],
    ],
    ['nothing of what they did themselves', asked, answered('accepted', 'ann'), []],
    ['nothing of applications that were over before they looked', undefined, answered('accepted', 'kim'), []],
    ['nothing of applications that they never saw waiting', null, answered('cancelled', null), []],
    ['nothing new of what stays', asked, { ...asked }, []],
    ['nothing of what is forgotten', answered('rejected', 'kim'), null, []],
    [
      'that their invitation was accepted',
      offered,
      settled('accepted'),
      [['host-invitation-responded', { isAccept: true, guestUser }]],
    ],
    [
      'that their invitation was rejected',
      offered,
      settled('rejected'),
      [['host-invitation-responded', { isAccept: false, guestUser }]],
    ],
    [
      'that nobody answered their invitation',
      offered,
      settled('timeout'),
      [['host-invitation-no-response', { guestUser, reason: 'timeout' }]],
    ],
    [
      'that whom they invited came to a seat otherwise',
      offered,
      settled('already-seated'),
      [['host-invitation-no-response', { guestUser, reason: 'already-seated' }]],
    ],
    ['nothing of an invitation they sent', null, offered, []],
    ['nothing of an invitation they took back', offered, settled('cancelled'), []],
  ];
  it.each(cases)('%s', (_, before, after, expected) => {
    expect(heardBy('ann', before, after)).toEqual(expected);
  });

  it('nothing of the answers to invitations of others', () => {
    expect(heardBy('kim', offered, settled('accepted'))).toEqual([]);
    expect(heardBy('kim', offered, settled('timeout'))).toEqual([]);
  });
});

describe('a guest hears', () => {
  const cases: [string, Given, Given, unknown[]][] = [
    ['nothing of asking', null, asked, []],
    ['nothing of cancelling', asked, answered('cancelled', null), []],
    [
      'that a seat was given',
      asked,
      answered('accepted', 'kim'),
      [['guest-application-responded', { isAccept: true, hostUser: user('kim') }]],
    ],
    [
      'that it was not',
      asked,
      answered('rejected', 'ann'),
      [['guest-application-responded', { isAccept: false, hostUser }]],
    ],
    [
      'of the owner where nobody in particular answered',
      asked,
      answered('accepted', null),
      [['guest-application-responded', { isAccept: true, hostUser }]],
    ],
    [
      'that nobody answered',
      asked,
      answered('timeout', null),
      [['guest-application-no-response', { reason: 'timeout' }]],
    ],
    [
      'that a seat came otherwise',
      asked,
      answered('already-seated', null),
      [['guest-application-no-response', { reason: 'already-seated' }]],
    ],
    [
      'of an answer while nobody looked',
      null,
      answered('accepted', 'ann'),
      [['guest-application-responded', { isAccept: true, hostUser }]],
    ],
    ['nothing of an answer before the page was opened', undefined, answered('accepted', 'ann'), []],
    ['of an invitation', null, offered, [['host-invitation-received', { hostUser, extensionInfo: 'come up' }]]],
    [
      'of an invitation from before the page was opened',
      undefined,
      offered,
      [['host-invitation-received', { hostUser, extensionInfo: 'come up' }]],
    ],
    ['that it was taken back', offered, settled('cancelled'), [['host-invitation-cancelled', { hostUser }]]],
    ['nothing of their own answer', offered, settled('accepted'), []],
    ['nothing of an invitation they let pass', offered, settled('timeout'), []],
  ];
  it.each(cases)('%s', (_, before, after, expected) => {
    expect(heardBy('guy', before, after)).toEqual(expected);
  });
});

describe('kicked-off-seat', () => {
  const kick = (seatIndex: number, at: number): PersonalDocument['seatKicks'][number] => {
    return { userId: 'guy', seatIndex, host: hostUser, at };
  };
  const heard = (before: PersonalDocument | null, after: PersonalDocument | null): unknown[] => {
    const events = new Emitter<CoGuestEvents>();
    const payloads: unknown[] = [];
    events.onAny((name, payload) => payloads.push([name, payload]));
    emitSeatKicks(events, { before, after });
    return payloads;
  };

  it('is told once for each seat lost', () => {
    const none = personalOf();
    const one = personalOf({ seatKicks: [kick(2, 10)] });
    const two = personalOf({ seatKicks: [kick(2, 10), kick(2, 20)] });
    expect(heard(none, one)).toEqual([['kicked-off-seat', { seatIndex: 2, hostUser }]]);
    expect(heard(one, two)).toEqual([['kicked-off-seat', { seatIndex: 2, hostUser }]]);
    expect(heard(two, two)).toEqual([]);
    expect(heard(two, none)).toEqual([]);
  });

  it('is no news on the first look', () => {
    expect(heard(null, personalOf({ seatKicks: [kick(2, 10)] }))).toEqual([]);
  });
});

describe('of requests that were settled and forgotten while nobody looked', () => {
  const cases: [string, string, GuestRequest, unknown[]][] = [
    ['a guest hears that nobody answered', 'guy', asked, [['guest-application-no-response', { reason: 'timeout' }]]],
    ['a guest hears that the offer is off', 'guy', offered, [['host-invitation-cancelled', { hostUser }]]],
    ['the owner hears that the guest waits no more', 'ann', asked, [['guest-application-cancelled', { guestUser }]]],
    [
      'the owner hears that nobody answered',
      'ann',
      offered,
      [['host-invitation-no-response', { guestUser, reason: 'timeout' }]],
    ],
    ['an administrator hears nothing, who may not be one any more', 'kim', asked, []],
  ];
  it.each(cases)('%s', (_, who, request, expected) => {
    expect(heardBy(who, request, null)).toEqual(expected);
  });
});
