import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, type TemplateResult } from 'lit';
import '../src/components/battle-container/define.js';
import type { BattleConfig } from '../src/core/index.js';
import './support/frame.css';
import type { ShowEffect } from './support/show.js';
import './support/story-show.js';

interface Args {
  seconds: number;
  countdown: number;
  penalty: number;
  extraTime: number;
  multipliers: BattleConfig['multipliers'];
  effects: readonly ShowEffect[];
  gifts: boolean;
  highlights: 'shown' | 'none';
}

const meta: Meta<Args> = {
  title: 'Battle container',
  component: 'battle-container',
  parameters: { docs: { story: { inline: false, height: '420px' } } },
  args: {
    seconds: 90,
    countdown: 0,
    penalty: 0,
    extraTime: 0,
    multipliers: [],
    effects: [],
    gifts: true,
    highlights: 'shown',
  },
  argTypes: {
    seconds: { control: { type: 'number', min: 1, max: 3600 } },
    countdown: { control: { type: 'number', min: 0, max: 60 } },
    penalty: { control: { type: 'number', min: 0, max: 600 } },
    extraTime: { control: { type: 'number', min: 0, max: 300 } },
    effects: { control: 'object' },
    highlights: { control: 'inline-radio', options: ['shown', 'none'] },
  },
  render: (args) =>
    battleOf(args, html`<battle-container class="tile" highlights=${args.highlights}></battle-container>`),
};
export default meta;

function battleOf({ seconds, countdown, penalty, extraTime, multipliers, ...show }: Args, content: TemplateResult) {
  const config = { countdown, penalty, extraTime, multipliers };
  return html`<story-show .battle=${seconds} .config=${config} .gifts=${show.gifts} .effects=${show.effects}
    ><div class="on-dark">${content}</div></story-show
  >`;
}

/** A battle from its start: flash, score bar and timer. */
export const Running: StoryObj<Args> = {};

/** The announcement of a multiplier window, then the window, in which each point counts three times. */
export const Multiplier: StoryObj<Args> = { args: { multipliers: [{ from: 8, to: 40, factor: 3 }] } };

/** A target: 2,000 points together in 40 seconds. Then each point counts three times. */
export const Target: StoryObj<Args> = {
  args: { effects: [{ type: 'target', points: 2000, within: 40, factor: 3, seconds: 20 }] },
};

/** The points of one host are hidden from this live: no number, and no share of the bar. */
export const HiddenPoints: StoryObj<Args> = {
  args: { effects: [{ type: 'hide', userId: 'kenji', seconds: 60, after: 2 }] },
};

/** Two extensions of the battle. */
export const Extension: StoryObj<Args> = {
  args: {
    effects: [
      { type: 'extend', seconds: 10, after: 2 },
      { type: 'extend', seconds: 5, after: 6 },
    ],
  },
};

/** A draw at the end, with extra time. */
export const ExtraTime: StoryObj<Args> = { args: { seconds: 3, extraTime: 30, gifts: false } };

/** The last seconds, then the result for five seconds. */
export const Ending: StoryObj<Args> = { args: { seconds: 5 } };

/** A countdown of three seconds, a short battle, its result, and a penalty for the loser. */
export const AllPhases: StoryObj<Args> = { args: { seconds: 5, countdown: 3, penalty: 20 } };

/** Content of the page above everything else. */
export const WithForeground: StoryObj<Args> = {
  render: (args) =>
    battleOf(
      args,
      html`
        <battle-container class="tile"><div slot="foreground" class="fan-badge">Best of three</div></battle-container>
      `,
    ),
};
