import { expect, it } from 'vitest';
import { relayEvents } from '../../src/components/live-session/relay-events.js';
import { application, documentOf, linkOf, personalOf, seat, user } from './examples.js';
import { inside } from './inside.js';

it('events of every store become DOM events of the same name, until it is ended', async () => {
  const { session, sink } = await inside();
  const target = new EventTarget();
  const heard: string[] = [];
  const names = [
    'cohost-user-joined',
    'local-camera-closed-by-admin',
    'guest-application-received',
    'audience-joined',
    'device-stopped',
    'kicked-out-of-live',
  ];
  for (const name of names) {
    target.addEventListener(name, (event) => {
      heard.push(name);
      expect(event.bubbles && event.composed).toBe(true);
    });
  }
  const stop = relayEvents(session, target);
  sink.document(documentOf('ann', { revision: 2, link: linkOf('ann', 'bob') }));
  const closed = [seat(0, 'ann', { allowOpenCamera: false })];
  sink.document(documentOf('ann', { revision: 3, seats: closed, link: linkOf('ann', 'bob') }));
  sink.personal(personalOf({ guestRequests: [application('guy')] }));
  sink.audience({ count: 0, members: [] });
  sink.audience({ count: 1, members: [user('guy')] });
  sink.deviceStopped('camera', 'closed-by-admin');
  sink.kickedOut('by-server');
  expect(heard).toEqual(names);
  stop();
  sink.deviceStopped('microphone', 'unplugged');
  expect(heard).toEqual(names);
});
