import type { RemoteTrack } from 'livekit-client';
import type { VideoTrack } from '../../../core/index.js';

const remote = new WeakMap<RemoteTrack, VideoTrack>();
const local = new WeakMap<MediaStreamTrack, VideoTrack>();

/** The same track always gives the same handle, so that elements attach again only when the track changes. */
export function remoteVideo(track: RemoteTrack): VideoTrack {
  const known = remote.get(track);
  if (known) return known;
  const handle: VideoTrack = {
    attach(surface) {
      const element = surface as HTMLVideoElement;
      track.attach(element);
      return () => void track.detach(element);
    },
  };
  remote.set(track, handle);
  return handle;
}

/** A user's own picture, straight from the camera: it is there before publishing, and stays when a room is lost. */
export function localVideo(track: MediaStreamTrack): VideoTrack {
  const known = local.get(track);
  if (known) return known;
  const handle: VideoTrack = {
    attach(surface) {
      const element = surface as HTMLVideoElement;
      const stream = new MediaStream([track]);
      element.muted = true;
      element.playsInline = true;
      element.autoplay = true;
      element.srcObject = stream;
      return () => {
        if (element.srcObject === stream) element.srcObject = null;
      };
    },
  };
  local.set(track, handle);
  return handle;
}
