import { describe, expect, it } from 'vitest';
import type { LiveSession } from '../../src/core/index.js';
import type { LiveDocument, PersonalDocument } from '../../src/protocol/index.js';
import {
  application,
  battleOf,
  boardOf,
  challenge,
  documentOf,
  invitation,
  linkOf,
  participant,
  personalOf,
  seats,
  user,
} from './examples.js';
import { inside, storesOf } from './inside.js';

const linked = documentOf('ann', {
  link: linkOf('ann', 'bob'),
  battle: battleOf(['ann', 'bob']),
  board: boardOf(1, { ann: 5 }),
  seats: seats(9, 'ann', 'guy'),
  administrators: ['adi'],
  metaData: { mood: 'good' },
});
const asked = personalOf({
  coHostRequests: [invitation('ann', 'cid'), invitation('dan', 'ann')],
  battleRequests: [challenge('ann', 'bob'), challenge('bob', 'ann', { battleId: 'other' })],
  guestRequests: [application('eva'), application('fay')],
});

/** The value of every signal that depends on the documents, by name. */
function shown(session: LiveSession) {
  return Object.entries(storesOf(session)).flatMap(([name, store]) =>
    Object.entries(store)
      .filter((entry): entry is [string, { get(): unknown }] => 'get' in Object(entry[1]))
      .map(([field, signal]): [string, unknown] => [`${name}.${field}`, signal.get()]),
  );
}

/** The names of the signals whose value is another one after a document arrived. */
async function told(next: { document?: Partial<LiveDocument>; personal?: Partial<PersonalDocument> }) {
  const { session, sink } = await inside(linked);
  sink.personal(asked);
  sink.participants([participant('ann'), participant('bob')]);
  sink.audience({ count: 3, members: [user('eva'), user('fay'), user('gus')] });
  const before = shown(session);
  // As over the network: equal to the earlier document, but not the same object.
  if (next.document) sink.document(structuredClone({ ...linked, revision: 2, ...next.document }));
  if (next.personal) sink.personal(structuredClone({ ...asked, revision: 2, ...next.personal }));
  const after = new Map(shown(session));
  return before.filter(([name, value]) => after.get(name) !== value).map(([name]) => name);
}

describe('a signal is told of its own changes alone', () => {
  it('and so of none when a document says nothing new', async () => {
    expect(await told({ document: {}, personal: {} })).toEqual([]);
  });

  it('as the metadata', async () => {
    expect(await told({ document: { metaData: { mood: 'bad' } } })).toEqual(['liveListStore.metaData']);
  });

  it('as the administrators, and the role of who became one', async () => {
    expect(await told({ document: { administrators: ['adi', 'gus'] } })).toEqual([
      'coGuestStore.candidates',
      'liveAudienceStore.audienceList',
      'liveAudienceStore.administrators',
    ]);
  });

  it('as the scores', async () => {
    expect(await told({ document: { board: boardOf(2, { ann: 6 }) } })).toEqual(['battleStore.battleScore']);
  });

  it('as the requests about seats', async () => {
    expect(await told({ personal: { guestRequests: [application('fay')] } })).toEqual([
      'coGuestStore.applicants',
      'coGuestStore.candidates',
    ]);
  });

  it('keeping those members of a list who have not changed', async () => {
    const { session, sink } = await inside(documentOf('ann', { link: linkOf('ann', 'bob', 'cid') }));
    const [ann, , cid] = session.coHostStore.connected.get();
    sink.document(documentOf('ann', { revision: 2, link: linkOf('ann', 'cid') }));
    const [first, second] = session.coHostStore.connected.get();
    expect(first).toBe(ann);
    expect(second).toBe(cid);
  });
});
