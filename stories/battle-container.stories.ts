import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, type TemplateResult } from 'lit';
import '../src/components/battle-container/define.js';
import './support/frame.css';
import './support/story-show.js';

interface Args {
  seconds: number;
  countdown: number;
  penalty: number;
}

const meta: Meta<Args> = {
  title: 'Battle container',
  component: 'battle-container',
  parameters: { docs: { story: { inline: false, height: '420px' } } },
  args: { seconds: 90, countdown: 0, penalty: 0 },
  argTypes: {
    seconds: { control: { type: 'number', min: 1, max: 3600 } },
    countdown: { control: { type: 'number', min: 0, max: 60 } },
    penalty: { control: { type: 'number', min: 0, max: 600 } },
  },
  render: (args) => battleOf(args, html`<battle-container class="tile"></battle-container>`),
};
export default meta;

function battleOf({ seconds, countdown, penalty }: Args, content: TemplateResult): TemplateResult {
  return html`<story-show .battle=${seconds} .countdown=${countdown} .penalty=${penalty} gifts
    ><div class="on-dark">${content}</div></story-show
  >`;
}

/** Start, score and time. */
export const Running: StoryObj<Args> = {};

/** The last seconds, and the result for five more. */
export const Ending: StoryObj<Args> = { args: { seconds: 5 } };

/** Three, two, one; and after the result a penalty for who lost. */
export const AllPhases: StoryObj<Args> = { args: { seconds: 5, countdown: 3, penalty: 20 } };

/** With content of the page above everything else. */
export const WithForeground: StoryObj<Args> = {
  render: (args) =>
    battleOf(
      args,
      html`
        <battle-container class="tile"><div slot="foreground" class="fan-badge">Best of three</div></battle-container>
      `,
    ),
};
