import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, type TemplateResult } from 'lit';
import '../src/components/live-core-view/define.js';
import '../src/components/live-session/define.js';
import { pageWorld } from '../src/engines/local/index.js';
import '../src/engines/local/register.js';
import './support/frame.css';
import { cast, Show } from './support/show.js';

interface Args {
  liveId: string;
  userName: string;
}

const meta: Meta<Args> = {
  title: 'Live session',
  component: 'live-session',
  parameters: { docs: { story: { inline: false, height: '740px' } } },
  args: { liveId: 'mia', userName: 'A guest' },
  beforeEach: async () => {
    // Two hosts go live in the world that `engine="local"` uses.
    const show = await new Show({ hosts: cast.slice(0, 2), world: pageWorld() }).open();
    return () => show.close();
  },
  render,
};
export default meta;

function render({ liveId, userName }: Args): TemplateResult {
  const log = ({ type, currentTarget }: Event): void => {
    const line = document.createElement('div');
    line.textContent = type;
    (currentTarget as Element).parentElement!.querySelector('.log')!.append(line);
  };
  return html`
    <live-session
      engine="local"
      user-id="guest"
      user-name=${userName}
      live-id=${liveId}
      @live-session-ready=${log}
      @live-error=${log}
      @live-ended=${log}
      @cohost-user-joined=${log}
      @cohost-user-left=${log}
      @battle-started=${log}
      @battle-ended=${log}
    >
      <live-core-view class="phone"></live-core-view>
    </live-session>
    <div class="log"></div>
  `;
}

/** A session made from attributes. The events that the element fires are listed below it. */
export const FromAttributes: StoryObj<Args> = {};
