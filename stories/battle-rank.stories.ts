import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '../src/components/battle-rank/define.js';
import './support/frame.css';
import { cast } from './support/show.js';
import './support/story-show.js';

const meta: Meta<{ hosts: number }> = {
  title: 'Battle rank',
  component: 'battle-rank',
  args: { hosts: 5 },
  argTypes: { hosts: { control: { type: 'range', min: 3, max: 9, step: 1 } } },
  render: ({ hosts }) => html`
    <story-show .hosts=${hosts} .battle=${300} gifts>
      <div class="on-dark row">
        ${cast.slice(0, hosts).map(({ userId }) => html`<battle-rank user-id=${userId}></battle-rank>`)}
      </div>
    </story-show>
  `,
};
export default meta;

/** Ranks change as gifts come in. */
export const FreeForAll: StoryObj = {};
