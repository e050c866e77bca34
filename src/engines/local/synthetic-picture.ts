import type { User } from '../../core/index.js';
import { numberFrom } from './number-from.js';

/** Size of the picture in pixels, 9:16. */
export const pictureSize = { width: 360, height: 640 } as const;

const { width, height } = pictureSize;
const center = { x: width / 2, y: height * 0.42 };

/** Draws a stand-in for a camera picture: colours by user id, initials, and drifting lights that show it is live. */
export class SyntheticPicture {
  readonly #backdrop: HTMLCanvasElement;
  readonly #hue: number;
  readonly #phase: number;

  constructor(
    private readonly context: CanvasRenderingContext2D,
    { userId, userName }: User,
  ) {
    const seed = numberFrom(userId);
    this.#hue = seed % 360;
    this.#phase = (seed >>> 9) % 100;
    this.#backdrop = drawBackdrop(this.#hue, initialsOf(userName || userId));
  }

  /** Draws one frame. @param seconds Seconds since any fixed moment. */
  paint(seconds: number): void {
    const { context } = this;
    const t = seconds + this.#phase;
    context.globalAlpha = 1;
    context.drawImage(this.#backdrop, 0, 0);
    this.#paintLights(t);
    this.#paintPulse(t);
  }

  #paintLights(t: number): void {
    const { context } = this;
    for (let i = 0; i < 5; i++) {
      const x = width * (0.5 + 0.46 * Math.sin(t * (0.21 + i * 0.05) + i * 2.4));
      const y = height * (0.5 + 0.46 * Math.cos(t * (0.17 + i * 0.04) + i * 1.7));
      context.globalAlpha = 0.1;
      context.fillStyle = `hsl(${(this.#hue + 40 + i * 18) % 360} 95% 75%)`;
      fillDisc(context, x, y, 46 + 22 * Math.sin(t * 0.7 + i));
    }
  }

  #paintPulse(t: number): void {
    const { context } = this;
    const beat = (t * 0.6) % 1;
    context.globalAlpha = 0.5 * (1 - beat);
    context.lineWidth = 3;
    context.strokeStyle = 'white';
    context.beginPath();
    context.arc(center.x, center.y, 78 + 34 * beat, 0, 2 * Math.PI);
    context.stroke();
  }
}

/** The part of the picture that is the same in every frame, drawn once. */
function drawBackdrop(hue: number, initials: string): HTMLCanvasElement {
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  const context = canvas.getContext('2d', { alpha: false });
  if (!context) throw new Error('the page has no canvas to draw on');
  const sky = context.createLinearGradient(0, 0, width * 0.4, height);
  sky.addColorStop(0, `hsl(${hue} 62% 46%)`);
  sky.addColorStop(0.55, `hsl(${(hue + 35) % 360} 58% 32%)`);
  sky.addColorStop(1, `hsl(${(hue + 70) % 360} 60% 18%)`);
  context.fillStyle = sky;
  context.fillRect(0, 0, width, height);

  // Shoulders below the face, so that the picture reads as a person.
  context.fillStyle = `hsl(${hue} 45% 16% / 0.55)`;
  context.beginPath();
  context.ellipse(center.x, height * 1.02, width * 0.44, height * 0.46, 0, Math.PI, 2 * Math.PI);
  context.fill();

  context.fillStyle = `hsl(${hue} 50% 90% / 0.92)`;
  fillDisc(context, center.x, center.y, 76);
  context.fillStyle = `hsl(${hue} 65% 28%)`;
  context.font = '600 60px system-ui, sans-serif';
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  context.fillText(initials, center.x, center.y + 4);
  return canvas;
}

function fillDisc(context: CanvasRenderingContext2D, x: number, y: number, radius: number): void {
  context.beginPath();
  context.arc(x, y, radius, 0, 2 * Math.PI);
  context.fill();
}

function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/u).slice(0, 2);
  return words.map((word) => (Array.from(word)[0] ?? '').toUpperCase()).join('');
}
