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

/** Start, score and time. */
export const Running: StoryObj<Args> = {};

/** A hint, then a window in which every point counts three times. */
export const Multiplier: StoryObj<Args> = { args: { multipliers: [{ from: 8, to: 40, factor: 3 }] } };

/** All hosts together have to reach 2,000 points in 40 seconds; then every point counts three times. */
export const Target: StoryObj<Args> = {
  args: { effects: [{ type: 'target', points: 2000, within: 40, factor: 3, seconds: 20 }] },
};

/** Points of one host are hidden from the live of the other: no number, no share. */
export const HiddenPoints: StoryObj<Args> = {
  args: { effects: [{ type: 'hide', userId: 'kenji', seconds: 60, after: 2 }] },
};

/** The battle lasts ten seconds longer, and again. */
export const Extension: StoryObj<Args> = {
  args: {
    effects: [
      { type: 'extend', seconds: 10, after: 2 },
      { type: 'extend', seconds: 5, after: 6 },
    ],
  },
};

/** Nobody has points at the end: it goes on, once. */
export const ExtraTime: StoryObj<Args> = { args: { seconds: 3, extraTime: 30, gifts: false } };

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
