import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '../src/components/battle-score-bar/define.js';
import './support/frame.css';
import './support/story-show.js';

interface Args {
  leftScore: number;
  rightScore: number;
  leftName: string;
  rightName: string;
  dir: 'ltr' | 'rtl';
}

const meta: Meta<Args> = {
  title: 'Battle score bar',
  component: 'battle-score-bar',
  args: { leftScore: 1250, rightScore: 860, leftName: 'Mia', rightName: 'Kenji', dir: 'ltr' },
  argTypes: { dir: { control: 'inline-radio', options: ['ltr', 'rtl'] } },
  render: ({ leftScore, rightScore, leftName, rightName, dir }) => html`
    <div class="on-dark" dir=${dir}>
      <battle-score-bar
        .leftScore=${leftScore}
        .rightScore=${rightScore}
        .leftName=${leftName}
        .rightName=${rightName}
      ></battle-score-bar>
    </div>
  `,
};
export default meta;

type Story = StoryObj<Args>;

/** Scores that the page sets. */
export const Standalone: Story = {};

/** Without points both sides have the same width. */
export const NoPoints: Story = { args: { leftScore: 0, rightScore: 0 } };

/** The side with fewer points stays visible. */
export const FarAhead: Story = { args: { leftScore: 3, rightScore: 12_540_000 } };

/** The score of a session's battle. */
export const InSession: Story = {
  render: () => html`
    <story-show .battle=${300} gifts>
      <div class="on-dark"><battle-score-bar></battle-score-bar></div>
    </story-show>
  `,
};
