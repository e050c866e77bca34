import { describe, expect, it } from 'vitest';
import { LiveFeed } from '../../src/core/session/live-feed.js';
import { Teller } from './teller.js';
import { battleOf, boardOf, documentOf, personalOf } from './examples.js';

const inBattle = (revision: number, board = boardOf(1, { ann: 0 })): ReturnType<typeof documentOf> =>
  documentOf('ann', { revision, battle: battleOf(['ann', 'bob']), board });

describe('the feed of a live', () => {
  it('takes newer documents and leaves older ones', () => {
    const feed = new LiveFeed();
    const tell = new Teller(feed);
    const changes: (number | undefined)[][] = [];
    feed.changes.on('document', ({ before, after }) => changes.push([before?.revision, after?.revision]));
    for (const revision of [3, 2, 3, 5, 4]) tell.document(documentOf('ann', { revision }));
    expect(feed.currentDocument.get()?.revision).toBe(5);
    expect(changes).toEqual([
      [undefined, 3],
      [3, 5],
    ]);
  });

  it('starts over with another live', () => {
    const feed = new LiveFeed();
    const tell = new Teller(feed);
    tell.document(documentOf('ann', { revision: 9 }));
    tell.document(documentOf('bob', { revision: 1 }));
    expect(feed.currentDocument.get()?.live.liveId).toBe('bob_live');
  });

  it('takes newer personal documents and leaves older ones', () => {
    const feed = new LiveFeed();
    const tell = new Teller(feed);
    let changes = 0;
    feed.changes.on('personal', () => changes++);
    for (const revision of [2, 1, 2, 3]) tell.personal(personalOf({ revision }));
    expect(feed.currentPersonal.get()?.revision).toBe(3);
    expect(changes).toBe(2);
  });

  it('shows the event the state that it tells of', () => {
    const feed = new LiveFeed();
    const tell = new Teller(feed);
    let seen: number | undefined;
    feed.changes.on('document', () => (seen = feed.currentDocument.get()?.revision));
    tell.document(documentOf('ann', { revision: 7 }));
    expect(seen).toBe(7);
  });

  it('tells a kick only while in a live', () => {
    const feed = new LiveFeed();
    const tell = new Teller(feed);
    const kicks: unknown[] = [];
    feed.changes.on('kicked-out', (kick) => kicks.push(kick));
    tell.kickedOut('by-admin');
    tell.document(documentOf('ann'));
    tell.kickedOut('by-admin');
    expect(kicks).toEqual([{ liveId: 'ann_live', reason: 'by-admin' }]);
  });
});

describe('scores', () => {
  it('go up by version, whatever the order of arrival', () => {
    const feed = new LiveFeed();
    const tell = new Teller(feed);
    tell.document(inBattle(1));
    for (const version of [3, 2, 5, 4, 5]) tell.scores(boardOf(version, { ann: version }));
    expect(feed.currentBoard.get()).toEqual(boardOf(5, { ann: 5 }));
  });

  it('are not set back by a document with an older checkpoint', () => {
    const feed = new LiveFeed();
    const tell = new Teller(feed);
    tell.document(inBattle(1));
    tell.scores(boardOf(8, { ann: 80 }));
    tell.document(inBattle(2, boardOf(5, { ann: 50 })));
    expect(feed.currentBoard.get()?.version).toBe(8);
  });

  it('are brought forward by a document whose packet was lost', () => {
    const feed = new LiveFeed();
    const tell = new Teller(feed);
    tell.document(inBattle(1));
    tell.document(inBattle(2, boardOf(5, { ann: 50 })));
    expect(feed.currentBoard.get()?.totals).toEqual({ ann: 50 });
  });

  it('are healed even by a checkpoint in a document that is no news otherwise', () => {
    const feed = new LiveFeed();
    const tell = new Teller(feed);
    tell.document(inBattle(1));
    tell.document(inBattle(1, boardOf(5, { ann: 50 })));
    expect(feed.currentBoard.get()?.version).toBe(5);
  });

  it('of a battle that is not shown are left', () => {
    const feed = new LiveFeed();
    const tell = new Teller(feed);
    tell.scores(boardOf(3, { ann: 3 }));
    expect(feed.currentBoard.get()).toBeNull();
    tell.document(inBattle(1));
    tell.scores(boardOf(9, { ann: 9 }, 'another'));
    expect(feed.currentBoard.get()?.version).toBe(1);
  });

  it('begin again with the next battle', () => {
    const feed = new LiveFeed();
    const tell = new Teller(feed);
    tell.document(inBattle(1, boardOf(90, { ann: 900 })));
    tell.document(
      documentOf('ann', {
        revision: 2,
        battle: battleOf(['ann', 'bob'], { battleId: 'next' }),
        board: boardOf(1, { ann: 0 }, 'next'),
      }),
    );
    expect(feed.currentBoard.get()).toEqual(boardOf(1, { ann: 0 }, 'next'));
  });
});

it('forgets everything when the live is left, without telling of its end', () => {
  const feed = new LiveFeed();
  const tell = new Teller(feed);
  tell.document(inBattle(4));
  tell.personal(personalOf({ revision: 4 }));
  tell.speaking(new Map([['ann', 50]]));
  tell.connection('connected');
  tell.audioBlocked(true);
  const told: string[] = [];
  feed.changes.onAny((name) => told.push(name));
  feed.clear();
  expect(told).toEqual(['speaking', 'scores']);
  expect(feed.currentDocument.get()).toBeNull();
  expect(feed.currentPersonal.get()).toBeNull();
  expect(feed.currentBoard.get()).toBeNull();
  expect(feed.currentParticipants.get()).toEqual([]);
  expect(feed.currentVolumes.get().size).toBe(0);
  expect(feed.connectionState.get()).toBe('idle');
  expect(feed.isAudioBlocked.get()).toBe(false);
  // The same live may be entered again; its revision may be any then.
  tell.document(inBattle(1));
  tell.personal(personalOf({ revision: 1 }));
  expect(feed.currentPersonal.get()?.revision).toBe(1);
});
