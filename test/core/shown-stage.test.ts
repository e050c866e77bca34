import { describe, expect, it } from 'vitest';
import type { LiveUpdate, Participant } from '../../src/core/index.js';
import { ShownStage } from '../../src/core/stage/shown-stage.js';
import { stageViewOf, type Presence } from '../../src/core/stage/stage-view.js';
import { publishersIn, type Publisher } from '../../src/protocol/index.js';
import { documentOf, linkOf, seats } from './examples.js';

const present = (more: Partial<Presence> = {}): Presence => ({
  devices: { microphoneStatus: 'on', cameraStatus: 'off', video: null },
  quality: 'good',
  volume: null,
  ...more,
});

/** Looks presence up by user id. */
const from =
  (people: Readonly<Record<string, Presence>>) =>
  ({ userId }: Publisher): Presence | null =>
    people[userId] ?? null;

const nobodyMuted = new Set<string>();
const publishers = publishersIn(documentOf('ann', { link: linkOf('ann', 'bob', 'cyd') }));

describe('what is shown of a live', () => {
  it('are its publishers in their order, as far as they are there', () => {
    const { participants } = stageViewOf(publishers, from({ cyd: present(), ann: present() }), nobodyMuted);
    expect(participants).toEqual([
      { userId: 'ann', liveId: 'ann_live', microphoneStatus: 'on', cameraStatus: 'off', video: null },
      { userId: 'cyd', liveId: 'cyd_live', microphoneStatus: 'on', cameraStatus: 'off', video: null },
    ]);
  });

  it('is nobody whom the document does not name', () => {
    const alone = publishersIn(documentOf('ann', { seats: seats(9, 'ann') }));
    const view = stageViewOf(alone, from({ ann: present(), bob: present({ volume: 50 }) }), nobodyMuted);
    expect(view.participants.map(({ userId }) => userId)).toEqual(['ann']);
    expect([...view.volumes.keys(), ...view.heard.map(({ userId }) => userId)]).toEqual(['ann']);
  });

  it('has the people of a muted live seen, not heard', () => {
    const speaking = from({ ann: present({ volume: 10 }), bob: present({ volume: 20 }), cyd: present() });
    const view = stageViewOf(publishers, speaking, new Set(['bob_live']));
    expect(view.participants.map(({ userId }) => userId)).toEqual(['ann', 'bob', 'cyd']);
    expect([...view.volumes]).toEqual([['ann', 10]]);
    expect(view.heard.map(({ userId }) => userId)).toEqual(['ann', 'cyd']);
  });

  it('keeps the connection of whoever is cut off, not their picture', () => {
    const view = stageViewOf(publishers, from({ bob: present({ devices: null, quality: 'down' }) }), nobodyMuted);
    expect(view.participants).toEqual([]);
    expect([...view.qualities]).toEqual([['bob', 'down']]);
    expect(view.heard).toEqual([]);
  });

  it('leaves out connections that nobody knows anything about', () => {
    const view = stageViewOf(publishers, from({ ann: present({ quality: 'unknown' }) }), nobodyMuted);
    expect(view.qualities.size).toBe(0);
  });
});

describe('a session', () => {
  function setUp() {
    const updates: LiveUpdate[] = [];
    const stage = new ShownStage<Publisher>({ receive: (update) => updates.push(update) });
    const told = (): string[] => updates.splice(0).map(({ type }) => type);
    return { stage, updates, told };
  }

  it('is told what has changed, and nothing else', () => {
    const { stage, told } = setUp();
    stage.show(publishers, from({}));
    expect(told()).toEqual([]);
    stage.show(publishers, from({ ann: present() }));
    expect(told()).toEqual(['participants', 'network-qualities']);
    stage.show(publishers, from({ ann: present() }));
    expect(told()).toEqual([]);
    stage.show(publishers, from({ ann: present({ volume: 5 }) }));
    expect(told()).toEqual(['speaking']);
    stage.show(publishers, from({ ann: present({ volume: 5, quality: 'poor' }) }));
    expect(told()).toEqual(['network-qualities']);
    stage.show(publishers, from({}));
    expect(told()).toEqual(['participants', 'network-qualities', 'speaking']);
  });

  it('keeps the participants who have not changed', () => {
    const { stage, updates } = setUp();
    stage.show(publishers, from({ ann: present(), bob: present() }));
    const devices = { microphoneStatus: 'off', cameraStatus: 'off', video: null } as const;
    stage.show(publishers, from({ ann: present(), bob: present({ devices }) }));
    const lists = updates.flatMap((update): (readonly Participant[])[] =>
      update.type === 'participants' ? [update.participants] : [],
    );
    expect(lists[1]?.[0]).toBe(lists[0]?.[0]);
    expect(lists[1]?.[1]).toMatchObject({ userId: 'bob', microphoneStatus: 'off' });
  });

  it('hears a live no more that it has muted, until it has it back', () => {
    const { stage, told } = setUp();
    const speaking = from({ bob: present({ volume: 20 }) });
    const heard = (): string[] => stage.show(publishers, speaking).map(({ userId }) => userId);
    expect(heard()).toEqual(['bob']);
    told();
    stage.setLiveMuted('bob_live', true);
    expect(heard()).toEqual([]);
    expect(told()).toEqual(['speaking']);
    stage.setLiveMuted('bob_live', false);
    expect(heard()).toEqual(['bob']);
  });
});
