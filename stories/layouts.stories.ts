import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, type TemplateResult } from 'lit';
import { styleMap } from 'lit/directives/style-map.js';
import {
  CoHostLayoutTemplate,
  layoutPlaces,
  layoutRegions,
  SeatLayoutTemplate,
  type LayoutTemplate,
  type LiveCanvas,
  type RegionInfo,
} from '../src/core/index.js';
import './support/layout-pictures.css';

interface Args {
  width: number;
  height: number;
}

const meta: Meta<Args> = {
  title: 'Layouts',
  parameters: { layout: 'fullscreen' },
  argTypes: {
    width: { control: { type: 'number', min: 90, max: 3840 }, description: 'Of the canvas, in pixels' },
    height: { control: { type: 'number', min: 90, max: 3840 }, description: 'Of the canvas, in pixels' },
  },
  render: ({ width, height }) => renderTemplates({ w: width, h: height }),
};
export default meta;

type Story = StoryObj<Args>;

/** Side of a square picture in pixels. Other shapes have the same area. */
const pictureSize = 140;

/** Names by number of the template. Some templates have one name for links and another one for single lives. */
const names = new Map<LayoutTemplate, string[]>();
for (const [name, template] of [...Object.entries(CoHostLayoutTemplate), ...Object.entries(SeatLayoutTemplate)]) {
  names.set(template, [...(names.get(template) ?? []), name]);
}

function renderTemplates(canvas: LiveCanvas): TemplateResult {
  const templates = [...names].sort(([a], [b]) => a - b);
  return html`<div class="layout-pictures">
    ${templates.map(
      ([template, known]) => html`
        <section>
          <h2>${template} <small>${known.join(', ')}</small></h2>
          <div class="pictures">
            ${Array.from({ length: layoutPlaces(template) }, (_, i) => renderPicture(template, i + 1, canvas))}
          </div>
        </section>
      `,
    )}
  </div>`;
}

function renderPicture(template: LayoutTemplate, count: number, canvas: LiveCanvas): TemplateResult {
  const scale = pictureSize / Math.sqrt(canvas.w * canvas.h);
  const regions = layoutRegions(template, count, canvas);
  const boxes = [
    ...regions.map((region, seat) => renderBox(region, scale, seat)),
    ...vacantPlaces(template, regions, canvas).map((region) => renderBox(region, scale)),
  ];
  const size = `width: ${canvas.w * scale}px; height: ${canvas.h * scale}px`;
  return html`
    <figure>
      <div class="canvas" style=${size} role="img" aria-label="Template ${template} with ${count}">${boxes}</div>
      <figcaption>${count}</figcaption>
    </figure>
  `;
}

function renderBox({ x, y, w, h, zOrder }: RegionInfo, scale: number, seat?: number): TemplateResult {
  const [left, top, width, height] = [x, y, w, h].map((length) => `${length * scale}px`);
  const fontSize = `${Math.min(14, Math.min(w, h) * scale * 0.6)}px`;
  const kind = seat === undefined ? 'vacant' : zOrder > 0 ? 'float' : 'seat';
  const style = styleMap({ left, top, width, height, fontSize, zIndex: String(zOrder) });
  return html`<div class=${kind} style=${style}>${seat}</div>`;
}

/** The regions of the seats that are still free; none if the taken seats would move when another one is taken. */
function vacantPlaces(
  template: LayoutTemplate,
  taken: readonly RegionInfo[],
  canvas: LiveCanvas,
): readonly RegionInfo[] {
  const all = layoutRegions(template, layoutPlaces(template), canvas);
  const isSteady = taken.every((region, seat) => isSameRegion(region, all[seat]!));
  return isSteady ? all.slice(taken.length) : [];
}

function isSameRegion(a: RegionInfo, b: RegionInfo): boolean {
  return a.x === b.x && a.y === b.y && a.w === b.w && a.h === b.h;
}

/** AtomicXCore's default portrait canvas. */
export const Portrait: Story = { args: { width: 720, height: 1280 } };

/** A wide player. */
export const Landscape: Story = { args: { width: 1280, height: 720 } };

/** A square player. */
export const Square: Story = { args: { width: 600, height: 600 } };

/** A very wide player. */
export const Banner: Story = { args: { width: 1600, height: 500 } };
