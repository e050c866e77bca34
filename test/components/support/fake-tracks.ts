import type { VideoTrack } from '../../../src/core/index.js';

/** A track without a picture. It notes the surfaces on which it is shown. */
export class FakeTrack implements VideoTrack {
  readonly surfaces = new Set<{ srcObject: unknown }>();
  attach(surface: { srcObject: unknown }): () => void {
    this.surfaces.add(surface);
    return () => this.surfaces.delete(surface);
  }
}

/** A track with a picture. */
export class CanvasTrack implements VideoTrack {
  readonly #canvas = document.createElement('canvas');
  attach(surface: { srcObject: unknown }): () => void {
    const context = this.#canvas.getContext('2d')!;
    let x = 0;
    const draw = (): void => {
      context.fillStyle = x++ % 2 ? 'red' : 'blue';
      context.fillRect(0, 0, 300, 150);
    };
    draw();
    const timer = setInterval(draw, 50);
    surface.srcObject = this.#canvas.captureStream(20);
    return () => {
      clearInterval(timer);
      surface.srcObject = null;
    };
  }
}
