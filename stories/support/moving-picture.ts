import type { VideoTrack } from '../../src/core/index.js';
import { openSyntheticCamera } from '../../src/engines/local/synthetic-camera.js';

/** The local engine's synthetic camera as a track. It runs while the track is attached. */
export function movingPicture(userName: string): VideoTrack {
  return {
    attach(surface) {
      const stream = openSyntheticCamera({ userId: userName, userName, avatarUrl: '' });
      surface.srcObject = stream;
      return () => {
        for (const track of stream.getTracks()) track.stop();
        surface.srcObject = null;
      };
    },
  };
}
