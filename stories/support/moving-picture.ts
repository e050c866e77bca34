import type { VideoTrack } from '../../src/core/index.js';
import { openSyntheticCamera } from '../../src/engines/local/synthetic-camera.js';

/** The made-up picture of the local engine, as a track of its own; it runs while somebody looks. */
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
