import { beforeEach, describe, expect, it, vi } from 'vitest';
import { LiveError, LiveErrorCode, type DeviceType, type SeatOccupant } from '../../src/core/index.js';
import { OwnDevices } from '../../src/core/stage/own-devices.js';
import type { LiveDocument } from '../../src/protocol/index.js';
import { documentOf, seat } from './examples.js';
import { settled } from '../fake-clock.js';

/** A source that can be unplugged. */
class Source {
  isReleased = false;
  end = (): void => undefined;
}

const onChange = vi.fn();
const onStopped = vi.fn();
let opened: Source[];
/** Opens the next device. */
let open: (device: DeviceType) => Promise<Source>;
/** The document that the live answers with. */
let newest: LiveDocument;
let devices: OwnDevices<Source>;

const withGuy = (revision: number, guy: Partial<SeatOccupant> | null = {}): LiveDocument =>
  documentOf('ann', { revision, seats: guy ? [seat(0, 'ann'), seat(1, 'guy', guy)] : [seat(0, 'ann')] });

const follow = (document: LiveDocument): void => devices.follow(document, 'guy');

const refusal = (code: LiveErrorCode): object => ({ name: 'LiveError', code });

beforeEach(() => {
  vi.clearAllMocks();
  opened = [];
  open = async () => new Source();
  newest = withGuy(1);
  devices = new OwnDevices({
    async open(device) {
      const source = await open(device);
      opened.push(source);
      return source;
    },
    release: (source) => (source.isReleased = true),
    onEnd: (source, listener) => (source.end = listener),
    refresh: async () => follow(newest),
    onChange,
    onStopped,
  });
});

describe('own devices', () => {
  beforeEach(() => follow(newest));

  it('are opened once and let go of when they are switched off', async () => {
    await Promise.all([devices.setEnabled('camera', true), devices.setEnabled('camera', true)]);
    expect(opened).toHaveLength(1);
    expect(devices.sources.camera).toBe(opened[0]);
    await devices.setEnabled('camera', false);
    expect(opened[0]?.isReleased).toBe(true);
    expect(devices.sources.camera).toBeNull();
    expect(onChange).toHaveBeenCalledTimes(2);
    expect(onStopped).not.toHaveBeenCalled();
  });

  it('obey the last of several quick switches', async () => {
    await Promise.all([true, false, true, false].map((on) => devices.setEnabled('camera', on)));
    expect(devices.sources.camera).toBeNull();
    expect(opened.map(({ isReleased }) => isReleased)).toEqual([true, true]);
  });

  it('do not wait for each other', async () => {
    const gate = new Promise<Source>(() => undefined);
    open = async (device) => (device === 'camera' ? await gate : new Source());
    void devices.setEnabled('camera', true);
    await devices.setEnabled('microphone', true);
    expect(devices.sources.microphone).not.toBeNull();
  });

  it('say why they are not available, and can be asked again', async () => {
    open = () => Promise.reject(new LiveError(LiveErrorCode.mediaUnavailable, 'denied'));
    await expect(devices.setEnabled('camera', true)).rejects.toMatchObject(refusal(LiveErrorCode.mediaUnavailable));
    open = async () => new Source();
    await devices.setEnabled('camera', true);
    expect(devices.sources.camera).not.toBeNull();
  });

  it('are off when they were unplugged', async () => {
    await devices.setEnabled('camera', true);
    opened[0]?.end();
    expect(devices.sources.camera).toBeNull();
    expect(onStopped.mock.calls).toEqual([['camera', 'unplugged']]);
    opened[0]?.end();
    expect(onStopped).toHaveBeenCalledTimes(1);
  });

  it('that open after the end are let go of', async () => {
    let answer = (_: Source): void => undefined;
    open = () => new Promise((resolve) => (answer = resolve));
    const switching = devices.setEnabled('camera', true);
    await settled();
    devices.close();
    answer(new Source());
    await expect(switching).rejects.toMatchObject(refusal(LiveErrorCode.notInLive));
    expect(opened[0]?.isReleased).toBe(true);
    await expect(devices.setEnabled('camera', true)).rejects.toMatchObject(refusal(LiveErrorCode.notInLive));
  });

  it('go off with the end, whatever was on', async () => {
    await devices.setEnabled('camera', true);
    await devices.setEnabled('microphone', true);
    devices.close();
    expect(opened.map(({ isReleased }) => isReleased)).toEqual([true, true]);
    expect(onStopped).not.toHaveBeenCalled();
  });

  it('are taken back only where nothing was switched since', async () => {
    await devices.setEnabled('camera', true);
    const first = devices.sources.camera;
    await devices.setEnabled('camera', false);
    await devices.setEnabled('camera', true);
    devices.takeBack('camera', first);
    expect(devices.sources.camera).toBe(opened[1]);
    devices.takeBack('camera', devices.sources.camera);
    expect(devices.sources.camera).toBeNull();
    expect(onStopped).not.toHaveBeenCalled();
  });
});

describe('a seat', () => {
  it('that the document does not show yet is asked for', async () => {
    follow(withGuy(1, null));
    newest = withGuy(2);
    await devices.setEnabled('camera', true);
    expect(devices.sources.camera).not.toBeNull();
  });

  it('that is missing, or does not allow the device, keeps it off', async () => {
    newest = withGuy(2, null);
    await expect(devices.setEnabled('camera', true)).rejects.toMatchObject(refusal(LiveErrorCode.noPermission));
    newest = withGuy(3, { allowOpenCamera: false });
    await expect(devices.setEnabled('camera', true)).rejects.toThrow('the host has closed your camera');
    await devices.setEnabled('microphone', true);
    expect(opened).toHaveLength(1);
  });

  it('that stops allowing a device stops it, and says why', async () => {
    follow(newest);
    await devices.setEnabled('camera', true);
    await devices.setEnabled('microphone', true);
    follow(withGuy(2, { allowOpenCamera: false }));
    expect(onStopped.mock.calls).toEqual([['camera', 'closed-by-admin']]);
    follow(withGuy(3, null));
    expect(onStopped.mock.calls.slice(1)).toEqual([['microphone', 'seat-lost']]);
    expect(opened.every(({ isReleased }) => isReleased)).toBe(true);
  });

  it('that was lost while the device was opening keeps it off, also when there is a new one', async () => {
    follow(newest);
    let answer = (_: Source): void => undefined;
    open = () => new Promise((resolve) => (answer = resolve));
    const switching = devices.setEnabled('camera', true);
    await settled();
    follow(withGuy(2, null));
    follow(withGuy(3));
    answer(new Source());
    await expect(switching).rejects.toMatchObject(refusal(LiveErrorCode.noPermission));
    expect(opened[0]?.isReleased).toBe(true);
    expect(onStopped).not.toHaveBeenCalled();
  });

  it('is not lost by an older document, nor by the end of the live', async () => {
    follow(withGuy(5));
    await devices.setEnabled('camera', true);
    follow(withGuy(4, null));
    const { live } = newest;
    follow(documentOf('ann', { revision: 6, seats: [], live: { ...live, endedAt: 1, endedReason: 'ended-by-host' } }));
    expect(devices.sources.camera).not.toBeNull();
  });
});
