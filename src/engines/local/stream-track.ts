import type { VideoTrack } from '../../core/index.js';

/** A stream as a video track. Any number of surfaces of the page may show it. */
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

/** Stops all tracks of a stream, which releases the camera or canvas behind it. */
export function stopStream(stream: MediaStream): void {
  for (const track of stream.getTracks()) track.stop();
}

/** Calls back when the camera is unplugged or its permission withdrawn. Not called after `stopStream`. */
export function onStreamEnd(stream: MediaStream, act: () => void): void {
  for (const track of stream.getTracks()) track.addEventListener('ended', act, { once: true });
}
