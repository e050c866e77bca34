import { describe, expect, it, vi } from 'vitest';
import { LiveErrorCode } from '../../../src/core/index.js';
import { OwnDevices } from '../../../src/engines/livekit/publish/own-devices.js';
import { FakeMediaTrack } from './support/fake-track.js';

function setUp(camera: () => Promise<MediaStreamTrack>) {
  const onChange = vi.fn();
  const onUnplugged = vi.fn();
  const microphone = async (): Promise<MediaStreamTrack> => FakeMediaTrack.create();
  return { devices: new OwnDevices({ camera, microphone }, onChange, onUnplugged), onChange, onUnplugged };
}

describe('OwnDevices', () => {
  it('opens a device once and stops its track when it is closed', async () => {
    const track = FakeMediaTrack.create();
    const camera = vi.fn(async () => track);
    const { devices, onChange } = setUp(camera);
    await Promise.all([devices.setEnabled('camera', true), devices.setEnabled('camera', true)]);
    expect(camera).toHaveBeenCalledTimes(1);
    expect(devices.camera).toBe(track);
    await devices.setEnabled('camera', false);
    expect(track.readyState).toBe('ended');
    expect(devices.camera).toBeNull();
    expect(onChange).toHaveBeenCalledTimes(2);
  });

  it('obeys the last of several quick switches', async () => {
    const tracks: FakeMediaTrack[] = [];
    const { devices } = setUp(async () => {
      const track = FakeMediaTrack.create();
      tracks.push(track);
      return track;
    });
    await Promise.all([true, false, true, false].map((on) => devices.setEnabled('camera', on)));
    expect(devices.camera).toBeNull();
    expect(tracks.every(({ readyState }) => readyState === 'ended')).toBe(true);
  });

  it('says why a device is not available, and can be asked again', async () => {
    let denied = true;
    const { devices } = setUp(async () => {
      if (denied) throw new DOMException('Permission denied', 'NotAllowedError');
      return FakeMediaTrack.create();
    });
    await expect(devices.setEnabled('camera', true)).rejects.toMatchObject({ code: LiveErrorCode.mediaUnavailable });
    denied = false;
    await devices.setEnabled('camera', true);
    expect(devices.camera).not.toBeNull();
  });

  it('notices a device that was unplugged', async () => {
    const track = FakeMediaTrack.create();
    const { devices, onChange, onUnplugged } = setUp(async () => track);
    await devices.setEnabled('camera', true);
    track.dispatchEvent(new Event('ended'));
    expect(devices.camera).toBeNull();
    expect(onChange).toHaveBeenCalledTimes(2);
    expect(onUnplugged.mock.calls).toEqual([['camera']]);
    track.dispatchEvent(new Event('ended'));
    expect(onUnplugged).toHaveBeenCalledTimes(1);
  });

  it('lets go of a device that opens after the end', async () => {
    const track = FakeMediaTrack.create();
    let open: (track: MediaStreamTrack) => void = () => undefined;
    const { devices } = setUp(() => new Promise((resolve) => (open = resolve)));
    const switching = devices.setEnabled('camera', true);
    await Promise.resolve();
    devices.stop();
    open(track);
    await switching;
    expect(track.readyState).toBe('ended');
    expect(devices.camera).toBeNull();
  });
});
