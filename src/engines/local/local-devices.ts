import type { DeviceType, VideoTrack } from '../../core/index.js';
import { OwnDevices, type OwnDevicesOptions } from '../../core/stage/own-devices.js';
import { onStreamEnd, stopStream, streamTrack } from './stream-track.js';

/** What a device of the local engine gives while it is on. There is no sound: a microphone gives neither. */
interface LocalSource {
  stream: MediaStream | null;
  video: VideoTrack | null;
}

export type LocalDevices = OwnDevices<LocalSource>;

export interface LocalDevicesOptions extends Pick<
  OwnDevicesOptions<LocalSource>,
  'refresh' | 'onChange' | 'onStopped'
> {
  /** @throws LiveError `mediaUnavailable`. */
  openCamera: () => Promise<MediaStream>;
}

export function localDevices({ openCamera, ...options }: LocalDevicesOptions): LocalDevices {
  return new OwnDevices<LocalSource>({
    ...options,
    async open(device: DeviceType) {
      if (device === 'microphone') return { stream: null, video: null };
      const stream = await openCamera();
      return { stream, video: streamTrack(stream) };
    },
    release: ({ stream }) => stream && stopStream(stream),
    onEnd: ({ stream }, listener) => stream && onStreamEnd(stream, listener),
  });
}
