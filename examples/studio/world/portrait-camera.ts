import type { User } from 'live-battles/core';

const size = { width: 360, height: 640 };
const framesPerSecond = 15;
const fullTurn = 2 * Math.PI;

/** A video for hosts without a camera: their portrait, moving a little. */
export async function openPortraitCamera({ userId, userName, avatarUrl }: User): Promise<MediaStreamTrack> {
  const canvas = Object.assign(document.createElement('canvas'), size);
  const context = canvas.getContext('2d', { alpha: false });
  if (!context) throw new Error('the page has no canvas to draw on');
  const portrait = avatarUrl ? await loadPortrait(avatarUrl) : null;
  const hue = Array.from(userId).reduce((sum, letter) => sum + letter.charCodeAt(0) * 47, 0) % 360;
  const draw = (): void => {
    const seconds = performance.now() / 1000 + hue;
    paintBackdrop(context, hue, portrait);
    if (portrait) paintPortrait(context, portrait, seconds);
    else paintInitial(context, userName.slice(0, 1), seconds);
    paintLights(context, seconds);
  };
  draw();
  const [track] = canvas.captureStream(framesPerSecond).getVideoTracks();
  if (!track) throw new Error('the page cannot film a canvas');
  // A timer, as animation frames stop in a background page.
  const timer = setInterval(() => {
    if (track.readyState === 'ended') clearInterval(timer);
    else draw();
  }, 1000 / framesPerSecond);
  return track;
}

async function loadPortrait(url: string): Promise<HTMLImageElement | null> {
  const image = new Image();
  // Without CORS, a picture from another origin would make the canvas unreadable.
  image.crossOrigin = 'anonymous';
  image.src = url;
  return await image.decode().then(
    () => image,
    () => null,
  );
}

/** Fills the frame with the colour of the portrait's upper left corner, or with a colour of the user. */
function paintBackdrop(context: CanvasRenderingContext2D, hue: number, portrait: HTMLImageElement | null): void {
  const { width, height } = size;
  if (portrait) {
    context.drawImage(portrait, 0, 0, portrait.naturalWidth * 0.02, portrait.naturalHeight * 0.02, 0, 0, width, height);
    return;
  }
  context.fillStyle = `hsl(${hue} 45% 34%)`;
  context.fillRect(0, 0, width, height);
}

function paintLights(context: CanvasRenderingContext2D, seconds: number): void {
  context.fillStyle = 'rgb(255 255 255 / 0.13)';
  for (let i = 0; i < 6; i++) {
    const x = size.width * (0.5 + 0.55 * Math.sin(seconds * (0.23 + i * 0.06) + i * 2.1));
    const y = size.height * (0.32 + 0.34 * Math.cos(seconds * (0.19 + i * 0.05) + i * 1.3));
    context.beginPath();
    context.arc(x, y, 26 + 16 * Math.sin(seconds * 0.8 + i), 0, fullTurn);
    context.fill();
  }
}

/** Draws the portrait, with a slow turn and change of size. */
function paintPortrait(context: CanvasRenderingContext2D, portrait: HTMLImageElement, seconds: number): void {
  const edge = size.width * (1.32 + 0.012 * Math.sin(seconds * 1.7));
  context.save();
  context.translate(size.width / 2, size.height);
  context.rotate(0.035 * Math.sin(seconds * 0.9));
  context.drawImage(portrait, -edge / 2, -edge, edge, edge * 1.04);
  context.restore();
}

function paintInitial(context: CanvasRenderingContext2D, initial: string, seconds: number): void {
  context.fillStyle = 'rgb(255 255 255 / 0.92)';
  context.font = `700 ${150 + 6 * Math.sin(seconds * 1.7)}px system-ui, sans-serif`;
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  context.fillText(initial, size.width / 2, size.height / 2);
}
