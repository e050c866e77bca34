import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '../src/components/battle-rank/define.js';
import './support/frame.css';
import { cast, type ShowEffect } from './support/show.js';
import './support/story-show.js';

interface Args {
  hosts: number;
  effects: readonly ShowEffect[];
}

const meta: Meta<Args> = {
  title: 'Battle rank',
  component: 'battle-rank',
  args: { hosts: 5, effects: [] },
  argTypes: { hosts: { control: { type: 'range', min: 3, max: 9, step: 1 } }, effects: { control: 'object' } },
  render: ({ hosts, effects }) => html`
    <story-show .hosts=${hosts} .battle=${300} .effects=${effects} gifts>
      <div class="on-dark row">
        ${cast.slice(0, hosts).map(({ userId }) => html`<battle-rank user-id=${userId}></battle-rank>`)}
      </div>
    </story-show>
  `,
};
export default meta;

/** Ranks change as gifts come in. */
export const FreeForAll: StoryObj<Args> = {};

/** The points of one host are hidden from this live. The others are ranked among themselves. */
export const HiddenPoints: StoryObj<Args> = {
  args: { effects: [{ type: 'hide', userId: 'layla', seconds: 120, after: 1 }] },
};
