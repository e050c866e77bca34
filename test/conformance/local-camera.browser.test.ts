import { LiveError, LiveErrorCode } from '../../src/core/index.js';
import { openCamera } from '../../src/engines/local/camera.js';
import { stopStream, streamTrack } from '../../src/engines/local/stream-track.js';
import { appears, becomes, equal, isTrue } from './assertions.js';

const ann = { userId: 'ann', userName: 'Ann Example', avatarUrl: '' };

function showing(stream: MediaStream): { video: HTMLVideoElement; end: () => void } {
  const video = document.createElement('video');
  video.muted = true;
  video.autoplay = true;
  video.playsInline = true;
  document.body.append(video);
  const detach = streamTrack(stream).attach(video);
  return {
    video,
    end: () => {
      detach();
      video.remove();
    },
  };
}

describe('the made-up camera', () => {
  it('moves, on any number of surfaces, until it is closed', async () => {
    const stream = await openCamera('synthetic', ann);
    const [one, other] = [showing(stream), showing(stream)];
    for (const { video } of [one, other]) {
      await appears(() => video.videoWidth > 0, 'a first frame');
      equal([video.videoWidth, video.videoHeight], [360, 640], 'size of the picture');
      const { currentTime } = video;
      await appears(() => video.currentTime > currentTime, 'a further frame');
    }
    one.end();
    equal(one.video.srcObject, null, 'stream of the surface that was left');
    isTrue(other.video.srcObject === stream, 'the other surface still shows it');
    other.end();
    stopStream(stream);
    await becomes(() => stream.getVideoTracks()[0]?.readyState, 'ended', 'state of the track');
  });

  it('leaves a surface alone that shows something else by now', async () => {
    const [first, second] = [await openCamera('synthetic', ann), await openCamera('synthetic', ann)];
    const { video, end } = showing(first);
    const endSecond = streamTrack(second).attach(video);
    end();
    isTrue(video.srcObject === second, 'the second stream is shown');
    endSecond();
    for (const stream of [first, second]) stopStream(stream);
  });
});

it('a camera that cannot be opened is unavailable', async () => {
  const broken = openCamera(() => Promise.reject(new Error('covered')), ann);
  const error = await broken.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  isTrue(error instanceof LiveError && error.code === LiveErrorCode.mediaUnavailable, 'mediaUnavailable');
});
