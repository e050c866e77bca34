import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, type TemplateResult } from 'lit';
import type { VideoWidgetBuilder } from '../src/components/live-core-view/video-widget-builder.js';
import '../src/components/live-core-view/define.js';
import { CoHostLayoutTemplate, SeatLayoutTemplate, type BattleConfig } from '../src/core/index.js';
import './support/frame.css';
import type { ShowEffect } from './support/show.js';
import './support/story-show.js';

interface Args {
  hosts: number;
  template: CoHostLayoutTemplate;
  guests: number;
  seatTemplate: SeatLayoutTemplate;
  seats: number;
  lockedSeat: number;
  seconds: number;
  config: Partial<BattleConfig>;
  effects: readonly ShowEffect[];
  streak: number;
  gifts: boolean;
  shape: 'phone' | 'wide';
  dir: 'ltr' | 'rtl';
}

const { hostDynamicGrid, hostDynamic1v6, hostPkTeams, hostVoiceConnection } = CoHostLayoutTemplate;
const { videoDynamicGrid9Seats, videoFixedGrid9Seats, videoFixedFloat7Seats, audioSalon } = SeatLayoutTemplate;

const meta: Meta<Args> = {
  title: 'Live core view',
  component: 'live-core-view',
  parameters: { docs: { story: { inline: false, height: '740px' } } },
  args: {
    hosts: 2,
    template: hostDynamicGrid,
    guests: 0,
    seatTemplate: videoDynamicGrid9Seats,
    seats: 0,
    lockedSeat: -1,
    seconds: 0,
    config: {},
    effects: [],
    streak: 0,
    gifts: true,
    shape: 'phone',
    dir: 'ltr',
  },
  argTypes: {
    hosts: { control: { type: 'range', min: 1, max: 9, step: 1 } },
    template: { control: 'select', options: Object.values(CoHostLayoutTemplate) },
    guests: { control: { type: 'range', min: 0, max: 8, step: 1 } },
    seats: { control: { type: 'range', min: 0, max: 50 }, description: 'Of a voice live; 0 for the usual number' },
    seatTemplate: { control: 'select', options: Object.values(SeatLayoutTemplate) },
    seconds: { control: { type: 'number', min: 0, max: 3600 }, description: 'Seconds the battle lasts; 0 for none' },
    shape: { control: 'inline-radio', options: ['phone', 'wide'] },
    dir: { control: 'inline-radio', options: ['ltr', 'rtl'] },
  },
  render: (args) => onShow(args, html`<live-core-view class=${args.shape} dir=${args.dir}></live-core-view>`),
};
export default meta;

type Story = StoryObj<Args>;

function onShow(args: Args, stage: TemplateResult): TemplateResult {
  return html`
    <story-show
      .hosts=${args.hosts}
      .template=${args.template}
      .guests=${args.guests}
      .seatTemplate=${args.seatTemplate}
      .seats=${args.seats}
      .lockedSeat=${args.lockedSeat}
      .battle=${args.seconds}
      .config=${args.config}
      .effects=${args.effects}
      .streak=${args.streak}
      .gifts=${args.gifts}
      >${stage}</story-show
    >
  `;
}

/** Two hosts of different lives in a battle. Gifts come in all the time. */
export const Battle: Story = { args: { seconds: 120 } };

/** One to nine hosts. The seats glide when the number changes. */
export const Layouts: Story = { args: { hosts: 5 } };

/** One host fills the stage; up to six others float over it. */
export const OneAndSix: Story = { args: { hosts: 7, template: hostDynamic1v6 } };

/** Three or more hosts, each for themselves, with rank and points on their seats. */
export const FreeForAll: Story = { args: { hosts: 6, seconds: 180 } };

/** Two teams of two: one score bar for the teams, each host's points on their seat. */
export const Teams: Story = {
  args: {
    hosts: 4,
    template: hostPkTeams,
    seconds: 180,
    config: {
      teams: [
        ['mia', 'noah'],
        ['kenji', 'layla'],
      ],
    },
  },
};

/** A host with a win streak, and a window in which points count twice. */
export const Streak: Story = {
  args: { seconds: 60, streak: 3, config: { multipliers: [{ from: 0, to: 50, factor: 2 }] } },
};

/** One host has a boost, the points of another are hidden from this live, and all have a target. */
export const Effects: Story = {
  args: {
    hosts: 4,
    seconds: 180,
    effects: [
      { type: 'boost', userId: 'mia', factor: 3, seconds: 60, after: 1 },
      { type: 'hide', userId: 'kenji', seconds: 60, after: 1 },
      { type: 'target', points: 5000, within: 100, factor: 2, seconds: 30, after: 1 },
    ],
  },
};

/** The same between two. The bar stands at half while one side is hidden. */
export const EffectsBetweenTwo: Story = { args: { ...Effects.args, hosts: 2 } };

/** A host with guests, free seats and a locked seat. */
export const Guests: Story = {
  args: { hosts: 1, guests: 3, seatTemplate: videoFixedGrid9Seats, lockedSeat: 8 },
};

/** The same, with seats that float over the host. */
export const FloatingGuests: Story = {
  args: { hosts: 1, guests: 2, seatTemplate: videoFixedFloat7Seats, lockedSeat: 6 },
};

/** A voice live: seats without video. */
export const VoiceRoom: Story = { args: { hosts: 1, guests: 5, seatTemplate: audioSalon, lockedSeat: 9 } };

/** A voice live with the most seats there can be. */
export const VoiceRoomOfFifty: Story = {
  args: { hosts: 1, guests: 8, seatTemplate: audioSalon, seats: 50, lockedSeat: 49 },
};

/** Two voice lives, six seats each, in a battle. */
export const VoiceBattle: Story = {
  args: { hosts: 2, template: hostVoiceConnection, seatTemplate: audioSalon, guests: 3, seconds: 120 },
};

/** On a wide stage seats stand side by side. */
export const Wide: Story = { args: { hosts: 3, seconds: 180, shape: 'wide' } };

/** Mirrored for languages that are written from right to left. */
export const RightToLeft: Story = { args: { seconds: 120, dir: 'rtl' } };

/** A battle that ends after four seconds, with its result. */
export const Result: Story = { args: { seconds: 4 } };

/** A stage without a live. */
export const Idle: Story = { render: () => html`<live-core-view class="phone"></live-core-view>` };

const builder: VideoWidgetBuilder = {
  coHostWidgetBuilder: ({ userInfo }, viewLayer) =>
    viewLayer === 'foreground' ? html`<div class="fan-badge">★ ${userInfo.userName}</div>` : null,
  battleWidgetBuilder: ({ score }) => html`<div class="big-score">${score ?? '?'}</div>`,
};

/** The page's own widgets, as functions of seat and contestant; its style sheets apply to them. */
export const CustomWidgets: Story = {
  args: { seconds: 120 },
  render: (args) => onShow(args, html`<live-core-view class="phone" .videoWidgetBuilder=${builder}></live-core-view>`),
};

/** The same without a script: templates inside the element. */
export const DeclarativeWidgets: Story = {
  args: { seconds: 120 },
  render: (args) =>
    onShow(
      args,
      html`
        <live-core-view class="phone">
          <template slot="seat-foreground"
            ><div class="fan-badge">★ <span data-text="userName"></span></div
          ></template>
          <template slot="battle"><div class="big-score" data-text="score"></div></template>
        </live-core-view>
      `,
    ),
};
