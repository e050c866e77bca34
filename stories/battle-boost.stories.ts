import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '../src/components/battle-boost/define.js';
import './support/frame.css';
import type { ShowEffect } from './support/show.js';
import './support/story-show.js';

interface Args {
  effects: readonly ShowEffect[];
}

const meta: Meta<Args> = {
  title: 'Battle boost',
  component: 'battle-boost',
  argTypes: { effects: { control: 'object' } },
  render: ({ effects }) => html`
    <story-show .battle=${300} .effects=${effects} gifts>
      <div class="on-dark row"><battle-boost user-id="kenji"></battle-boost></div>
    </story-show>
  `,
};
export default meta;

/** Points count three times, then twice. */
export const OneAfterAnother: StoryObj<Args> = {
  args: {
    effects: [
      { type: 'boost', userId: 'kenji', factor: 3, seconds: 30, after: 1 },
      { type: 'boost', userId: 'kenji', factor: 2, seconds: 30, after: 1 },
    ],
  },
};
