import type { User } from '../../core/index.js';
import { pictureSize, SyntheticPicture } from './synthetic-picture.js';

const framesPerSecond = 15;

/** A camera that gives a drawn picture: 360 × 640 pixels, 15 frames per second, until its track is stopped. */
export function openSyntheticCamera(user: User): MediaStream {
  const canvas = document.createElement('canvas');
  canvas.width = pictureSize.width;
  canvas.height = pictureSize.height;
  const context = canvas.getContext('2d', { alpha: false });
  if (!context) throw new Error('the page has no canvas to draw on');
  const picture = new SyntheticPicture(context, user);
  picture.paint(0);
  const stream = canvas.captureStream(framesPerSecond);

  // A timer, because animation frames stop while the page is in the background.
  const timer = setInterval(() => {
    if (stream.getTracks().every(({ readyState }) => readyState === 'ended')) clearInterval(timer);
    else picture.paint(performance.now() / 1000);
  }, 1000 / framesPerSecond);
  return stream;
}
