import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, type TemplateResult } from 'lit';
import type { VideoWidgetBuilder } from '../src/components/live-core-view/video-widget-builder.js';
import '../src/components/live-core-view/define.js';
import { CoHostLayoutTemplate } from '../src/core/index.js';
import './support/frame.css';
import './support/story-show.js';

interface Args {
  hosts: number;
  template: CoHostLayoutTemplate;
  battle: number;
  gifts: boolean;
  shape: 'phone' | 'wide';
  dir: 'ltr' | 'rtl';
}

const { hostDynamicGrid, hostDynamic1v6 } = CoHostLayoutTemplate;

const meta: Meta<Args> = {
  title: 'Live core view',
  component: 'live-core-view',
  parameters: { docs: { story: { inline: false, height: '740px' } } },
  args: { hosts: 2, template: hostDynamicGrid, battle: 0, gifts: true, shape: 'phone', dir: 'ltr' },
  argTypes: {
    hosts: { control: { type: 'range', min: 1, max: 9, step: 1 } },
    template: { control: 'select', options: Object.values(CoHostLayoutTemplate) },
    battle: { control: { type: 'number', min: 0, max: 3600 }, description: 'Seconds the battle lasts; 0 for none' },
    shape: { control: 'inline-radio', options: ['phone', 'wide'] },
    dir: { control: 'inline-radio', options: ['ltr', 'rtl'] },
  },
  render: (args) => onShow(args, html`<live-core-view class=${args.shape} dir=${args.dir}></live-core-view>`),
};
export default meta;

type Story = StoryObj<Args>;

function onShow({ hosts, template, battle, gifts }: Args, stage: TemplateResult): TemplateResult {
  return html`
    <story-show .hosts=${hosts} .template=${template} .battle=${battle} .gifts=${gifts}>${stage}</story-show>
  `;
}

/** Two hosts of different lives in a battle; gifts come in all the time. */
export const Battle: Story = { args: { battle: 120 } };

/** One to nine hosts: change the number and see the seats glide. */
export const Layouts: Story = { args: { hosts: 5 } };

/** One host fills the stage, up to six others float. */
export const OneAndSix: Story = { args: { hosts: 7, template: hostDynamic1v6 } };

/** Three and more compete each for themselves, with rank and points on their seats. */
export const FreeForAll: Story = { args: { hosts: 6, battle: 180 } };

/** On a wide stage seats stand side by side. */
export const Wide: Story = { args: { hosts: 3, battle: 180, shape: 'wide' } };

/** Mirrored for languages that are written from right to left. */
export const RightToLeft: Story = { args: { battle: 120, dir: 'rtl' } };

/** The seconds after a battle. */
export const Result: Story = { args: { battle: 4 } };

/** Without a live. */
export const Idle: Story = { render: () => html`<live-core-view class="phone"></live-core-view>` };

const builder: VideoWidgetBuilder = {
  coHostWidgetBuilder: ({ userInfo }, viewLayer) =>
    viewLayer === 'foreground' ? html`<div class="fan-badge">★ ${userInfo.userName}</div>` : null,
  battleWidgetBuilder: ({ score }) => html`<div class="big-score">${score}</div>`,
};

/** The page's own widgets, as functions of seat and contestant; its style sheets apply to them. */
export const CustomWidgets: Story = {
  args: { battle: 120 },
  render: (args) => onShow(args, html`<live-core-view class="phone" .videoWidgetBuilder=${builder}></live-core-view>`),
};

/** The same without any script, as templates inside the element. */
export const DeclarativeWidgets: Story = {
  args: { battle: 120 },
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
