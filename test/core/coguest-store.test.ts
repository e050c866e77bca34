import { describe, expect, it } from 'vitest';
import type { LiveSession } from '../../src/core/index.js';
import { application, documentOf, participant, personalOf, seat, seatInvitation, seats, user } from './examples.js';
import { inside } from './inside.js';

const ids = (users: readonly { userId: string }[]): string[] => users.map(({ userId }) => userId);
const guests = (requests: readonly { guest: { userId: string } }[]): string[] => requests.map((r) => r.guest.userId);

describe('CoGuestStore', () => {
  const cases: [string, (store: LiveSession['coGuestStore']) => Promise<void>, object][] = [
    ['applyForSeat', (store) => store.applyForSeat(), { type: 'apply-for-seat' }],
    [
      'applyForSeat with all it can say',
      (store) => store.applyForSeat({ seatIndex: 2, timeout: 20, extensionInfo: 'hi' }),
      { type: 'apply-for-seat', seatIndex: 2, timeout: 20, extensionInfo: 'hi' },
    ],
    ['cancelApplication', (store) => store.cancelApplication(), { type: 'cancel-application' }],
    [
      'acceptApplication',
      (store) => store.acceptApplication({ userId: 'guy' }),
      { type: 'accept-application', userId: 'guy' },
    ],
    [
      'rejectApplication',
      (store) => store.rejectApplication({ userId: 'guy' }),
      { type: 'reject-application', userId: 'guy' },
    ],
    [
      'inviteToSeat',
      (store) => store.inviteToSeat({ userId: 'guy', seatIndex: 2, timeout: 20, extensionInfo: 'hi' }),
      { type: 'invite-to-seat', userId: 'guy', seatIndex: 2, timeout: 20, extensionInfo: 'hi' },
    ],
    [
      'cancelInvitation',
      (store) => store.cancelInvitation({ userId: 'guy' }),
      { type: 'cancel-invitation', userId: 'guy' },
    ],
    ['acceptInvitation', (store) => store.acceptInvitation(), { type: 'accept-invitation' }],
    ['rejectInvitation', (store) => store.rejectInvitation(), { type: 'reject-invitation' }],
    ['disconnect', (store) => store.disconnect(), { type: 'leave-seat' }],
  ];
  it.each(cases)('%s commands the current live', async (_, call, command) => {
    const { engine, session } = await inside();
    await call(session.coGuestStore);
    expect(engine.commands).toEqual([{ liveId: 'ann_live', ...command }]);
  });
});

describe('connected', () => {
  it('are the guests on seats of the own live, and not its owner', async () => {
    const { session, sink } = await inside(documentOf('ann', { seats: seats(9, 'ann', null, 'guy', 'kim') }));
    sink.participants([participant('guy', { liveId: 'ann_live', microphoneStatus: 'on' })]);
    const connected = session.coGuestStore.connected.get();
    expect(ids(connected)).toEqual(['guy', 'kim']);
    expect(connected[0]).toMatchObject({ microphoneStatus: 'on', role: 'general-user', liveId: 'ann_live' });
  });

  it('keep their identity while nothing about them changes', async () => {
    const { session, sink } = await inside(documentOf('ann', { seats: seats(9, 'ann', 'guy', 'kim') }));
    const before = session.coGuestStore.connected.get();
    sink.participants([participant('ann')]);
    expect(session.coGuestStore.connected.get()).toBe(before);
    const changed = [seat(0, 'ann'), seat(1, 'guy', { allowOpenCamera: false }), seat(2, 'kim')];
    sink.document(documentOf('ann', { revision: 2, seats: changed }));
    const after = session.coGuestStore.connected.get();
    expect(after.map((guest, index) => guest === before[index])).toEqual([false, true]);
  });
});

describe('requests', () => {
  const guestRequests = [
    application('guy'),
    application('kim', { status: 'rejected', settledAt: 1 }),
    application('eva'),
    seatInvitation('ann', 'leo'),
    seatInvitation('ann', 'mia', { status: 'timeout', settledAt: 1 }),
  ];

  it('that wait are applicants and invitees for the owner', async () => {
    const { session, sink } = await inside();
    sink.personal(personalOf({ guestRequests }));
    const { applicants, invitees, application: own, invitation } = session.coGuestStore;
    expect(guests(applicants.get())).toEqual(['guy', 'eva']);
    expect(guests(invitees.get())).toEqual(['leo']);
    expect([own.get(), invitation.get()]).toEqual([null, null]);
  });

  it('of their own are application and invitation for a guest', async () => {
    const asking = await inside(documentOf('ann'), 'guy');
    asking.sink.personal(personalOf({ guestRequests: [application('guy')] }));
    expect(asking.session.coGuestStore.application.get()).toEqual(application('guy'));
    expect(asking.session.coGuestStore.applicants.get()).toEqual([]);
    asking.sink.personal(personalOf({ revision: 2, guestRequests: [application('guy', { status: 'timeout' })] }));
    expect(asking.session.coGuestStore.application.get()).toBeNull();

    const asked = await inside(documentOf('ann'), 'leo');
    asked.sink.personal(personalOf({ guestRequests: [seatInvitation('ann', 'leo')] }));
    expect(asked.session.coGuestStore.invitation.get()?.host).toEqual(user('ann'));
    expect(asked.session.coGuestStore.invitees.get()).toEqual([]);
  });

  it('name whom they invite as the audience does', async () => {
    const { session, sink } = await inside();
    sink.personal(personalOf({ guestRequests: [seatInvitation('ann', 'leo')] }));
    const { invitees, events } = session.coGuestStore;
    expect(invitees.get()[0]?.guest.userName).toBe('leo');
    sink.audience({ count: 1, members: [{ userId: 'leo', userName: 'Leo', avatarUrl: 'https://x.example/leo' }] });
    expect(invitees.get()[0]?.guest).toEqual({
      userId: 'leo',
      userName: 'Leo',
      avatarUrl: 'https://x.example/leo',
    });
    const heard: unknown[] = [];
    events.on('host-invitation-no-response', ({ guestUser, reason }) => heard.push([guestUser.userName, reason]));
    const settled = seatInvitation('ann', 'leo', { status: 'timeout' });
    sink.personal(personalOf({ revision: 2, guestRequests: [settled] }));
    expect(heard).toEqual([['Leo', 'timeout']]);
  });
});

it('candidates are the audience without the owner, oneself, those seated and those asking or asked', async () => {
  const document = documentOf('ann', { administrators: ['kim', 'pam'], seats: seats(9, null, 'guy') });
  const { session, sink } = await inside(document, 'kim');
  sink.audience({ count: 7, members: ['ann', 'guy', 'kim', 'eva', 'leo', 'mia', 'pam'].map(user) });
  const { candidates } = session.coGuestStore;
  expect(ids(candidates.get())).toEqual(['eva', 'leo', 'mia', 'pam']);
  sink.personal(personalOf({ guestRequests: [application('eva'), seatInvitation('ann', 'leo')] }));
  expect(candidates.get()).toEqual([
    { ...user('mia'), role: 'general-user' },
    { ...user('pam'), role: 'admin' },
  ]);
});

it('events are told with the state that they speak of', async () => {
  const { session, sink } = await inside();
  const heard: unknown[] = [];
  session.coGuestStore.events.on('guest-application-received', ({ guestUser }) => {
    heard.push([guestUser, guests(session.coGuestStore.applicants.get())]);
  });
  sink.personal(personalOf({ guestRequests: [application('guy')] }));
  expect(heard).toEqual([[user('guy'), ['guy']]]);
});

it('a guest hears who took the seat', async () => {
  const { session, sink } = await inside(documentOf('ann', { seats: seats(9, 'ann', 'guy') }), 'guy');
  const heard: unknown[] = [];
  session.coGuestStore.events.on('kicked-off-seat', (event) => heard.push(event));
  sink.personal(personalOf());
  sink.personal(personalOf({ revision: 2, seatKicks: [{ userId: 'guy', seatIndex: 1, host: user('ann'), at: 5 }] }));
  expect(heard).toEqual([{ seatIndex: 1, hostUser: user('ann') }]);
});
