import type { VideoTrack } from '../../core/index.js';

/** Any number of surfaces of the page show the one stream. */
export function streamTrack(stream: MediaStream): VideoTrack {
  return {
    attach(surface) {
      surface.srcObject = stream;
      return () => {
        if (surface.srcObject === stream) surface.srcObject = null;
      };
    },
  };
}

/** Lets go of the camera or canvas behind a stream. */
export function stopStream(stream: MediaStream): void {
  for (const track of stream.getTracks()) track.stop();
}

/** Calls back when the source gives out: a camera unplugged, or its permission withdrawn. Not after `stopStream`. */
export function onStreamEnd(stream: MediaStream, act: () => void): void {
  for (const track of stream.getTracks()) track.addEventListener('ended', act, { once: true });
}
