import type { LocalParticipant } from 'livekit-client';
import { afterEach, beforeEach, describe, expect, it, vi, type Mock } from 'vitest';
import { LiveErrorCode, type LiveError } from '../../../src/core/index.js';
import { PublishedClone } from '../../../src/engines/livekit/publish/published-clone.js';
import { FakeMediaTrack } from './support/fake-track.js';

/** A participant that publishes with a delay, or fails while `failing` is set. */
class SlowParticipant {
  readonly trackPublications = new Map<string, { track: { mediaStreamTrack: MediaStreamTrack } }>();
  failing = false;
  permissions = { canPublish: true, canPublishSources: [] as number[] };

  get published(): MediaStreamTrack[] {
    return [...this.trackPublications.values()].map(({ track }) => track.mediaStreamTrack);
  }

  async publishTrack(clone: MediaStreamTrack): Promise<{ track: { mediaStreamTrack: MediaStreamTrack } }> {
    await new Promise((resolve) => setTimeout(resolve, 100));
    if (this.failing) throw new Error('not connected');
    const publication = { track: { mediaStreamTrack: clone } };
    this.trackPublications.set(clone.id, publication);
    return publication;
  }

  async unpublishTrack({ mediaStreamTrack }: { mediaStreamTrack: MediaStreamTrack }): Promise<void> {
    this.trackPublications.delete(mediaStreamTrack.id);
  }
}

const minute = 60_000;

let participant: SlowParticipant;
let published: PublishedClone;
let gaveUp: Mock<(error: LiveError) => void>;

beforeEach(() => {
  vi.useFakeTimers();
  vi.spyOn(console, 'warn').mockImplementation(() => undefined);
  participant = new SlowParticipant();
  gaveUp = vi.fn();
  published = new PublishedClone({
    participant: participant as unknown as LocalParticipant,
    device: 'camera',
    prepare: () => ({}),
    onGiveUp: gaveUp,
  });
});

afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

describe('PublishedClone', () => {
  it('publishes a clone and leaves the source alone', async () => {
    const source = FakeMediaTrack.create();
    void published.set(source);
    await vi.advanceTimersByTimeAsync(200);
    expect(participant.published).toEqual(source.clones);
    void published.set(null);
    await vi.advanceTimersByTimeAsync(200);
    expect(participant.published).toEqual([]);
    expect(source.clones[0]?.readyState).toBe('ended');
    expect(source.readyState).toBe('live');
  });

  it('ends with the last of several quick changes', async () => {
    const [first, second] = [FakeMediaTrack.create(), FakeMediaTrack.create()];
    for (const source of [first, null, second, null, first, second]) void published.set(source);
    await vi.advanceTimersByTimeAsync(2000);
    expect(participant.published).toEqual(second.clones.slice(-1));
  });

  it('tries again until it works', async () => {
    participant.failing = true;
    const source = FakeMediaTrack.create();
    void published.set(source);
    await vi.advanceTimersByTimeAsync(5000);
    expect(participant.published).toEqual([]);
    participant.failing = false;
    await vi.advanceTimersByTimeAsync(6000);
    expect(participant.published).toHaveLength(1);
    expect(source.clones.filter(({ readyState }) => readyState === 'live')).toHaveLength(1);
  });

  it('says why the first try failed, and nothing once it has worked', async () => {
    participant.failing = true;
    const source = FakeMediaTrack.create();
    const first = published.set(source).then(() => published.failure());
    await vi.advanceTimersByTimeAsync(100);
    expect(await first).toMatchObject({ code: LiveErrorCode.mediaUnavailable });
    participant.failing = false;
    await vi.advanceTimersByTimeAsync(1000);
    expect(await published.failure()).toBeNull();
    expect(gaveUp).not.toHaveBeenCalled();
  });

  it('gives up after a while, and starts afresh with another source', async () => {
    participant.failing = true;
    const publishTrack = vi.spyOn(participant, 'publishTrack');
    void published.set(FakeMediaTrack.create());
    await vi.advanceTimersByTimeAsync(10 * minute);
    expect(gaveUp).toHaveBeenCalledTimes(1);
    expect(publishTrack).toHaveBeenCalledTimes(8);
    expect(vi.getTimerCount()).toBe(0);
    void published.set(FakeMediaTrack.create());
    await vi.advanceTimersByTimeAsync(10 * minute);
    expect(gaveUp).toHaveBeenCalledTimes(2);
    expect(publishTrack).toHaveBeenCalledTimes(16);
  });

  it('does not start afresh because it is asked for the same source again', async () => {
    participant.failing = true;
    const source = FakeMediaTrack.create();
    for (let i = 0; i < 8; i++) {
      void published.set(source);
      await vi.advanceTimersByTimeAsync(110);
    }
    expect(gaveUp).toHaveBeenCalledTimes(1);
  });

  it('takes a permission that goes while it publishes for one to be waited for', async () => {
    participant.failing = true;
    void published.set(FakeMediaTrack.create());
    participant.permissions = { canPublish: false, canPublishSources: [] };
    await vi.advanceTimersByTimeAsync(10 * minute);
    expect(await published.failure()).toBeNull();
    expect(gaveUp).not.toHaveBeenCalled();
  });

  it('publishes again what a reconnect has lost', async () => {
    const source = FakeMediaTrack.create();
    void published.set(source);
    await vi.advanceTimersByTimeAsync(200);
    participant.trackPublications.clear();
    void published.set(source);
    await vi.advanceTimersByTimeAsync(200);
    expect(participant.published).toEqual([source.clones[1]]);
    expect(source.clones[0]?.readyState).toBe('ended');
  });

  it('waits for the permission and gives up the publication that went with it', async () => {
    const source = FakeMediaTrack.create();
    participant.permissions = { canPublish: true, canPublishSources: [2] };
    void published.set(source);
    await vi.advanceTimersByTimeAsync(minute);
    expect(source.clones).toEqual([]);
    participant.permissions = { canPublish: true, canPublishSources: [1, 2] };
    void published.set(source);
    await vi.advanceTimersByTimeAsync(200);
    expect(participant.published).toEqual(source.clones);
    participant.permissions = { canPublish: false, canPublishSources: [] };
    participant.trackPublications.clear();
    void published.set(source);
    await vi.advanceTimersByTimeAsync(minute);
    expect(source.clones.map(({ readyState }) => readyState)).toEqual(['ended']);
    expect(console.warn).not.toHaveBeenCalled();
  });

  it('stops its clone when it is closed, also while publishing', async () => {
    const source = FakeMediaTrack.create();
    void published.set(source);
    await vi.advanceTimersByTimeAsync(50);
    published.close();
    await vi.advanceTimersByTimeAsync(20_000);
    expect(source.clones.map(({ readyState }) => readyState)).toEqual(['ended']);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('stops its clone also when taking it away fails', async () => {
    const source = FakeMediaTrack.create();
    void published.set(source);
    await vi.advanceTimersByTimeAsync(200);
    participant.unpublishTrack = () => Promise.reject(new Error('not connected'));
    void published.set(null);
    await vi.advanceTimersByTimeAsync(200);
    expect(source.clones[0]?.readyState).toBe('ended');
    published.close();
  });
});
