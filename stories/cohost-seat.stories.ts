import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, type TemplateResult } from 'lit';
import '../src/components/cohost-seat/define.js';
import type { SeatInfo, VideoTrack } from '../src/core/index.js';
import './support/frame.css';
import { movingPicture } from './support/moving-picture.js';

interface Args {
  userName: string;
  avatarUrl: string;
  camera: boolean;
  microphone: boolean;
  reconnecting: boolean;
  mirrored: boolean;
}

const meta: Meta<Args> = {
  title: 'Cohost seat',
  component: 'cohost-seat',
  args: {
    userName: 'Mia Torres',
    avatarUrl: '',
    camera: true,
    microphone: true,
    reconnecting: false,
    mirrored: false,
  },
  render: (args) => html` <cohost-seat class="tile" .seat=${seatOf(args)} ?mirrored=${args.mirrored}></cohost-seat> `,
};
export default meta;

type Story = StoryObj<Args>;

const picture: VideoTrack = movingPicture('Mia Torres');

function seatOf({ userName, avatarUrl, camera, microphone, reconnecting }: Args): SeatInfo {
  return {
    liveId: 'live',
    index: 0,
    isLocked: false,
    region: { x: 0, y: 0, w: 1, h: 1, zOrder: 0 },
    video: camera ? picture : null,
    userInfo: {
      userId: userName || 'nobody',
      userName,
      avatarUrl,
      liveId: 'live',
      role: 'owner',
      allowOpenCamera: true,
      userSuspendStatus: 'none',
      allowOpenMicrophone: true,
      cameraStatus: camera ? 'on' : 'off',
      microphoneStatus: microphone ? 'on' : 'off',
      reconnecting,
    },
  };
}

function emptySeat(index: number, isLocked = false): SeatInfo {
  return { ...seatOf(meta.args as Args), index, isLocked, userInfo: null, video: null };
}

/** A host with video. */
export const Video: Story = {};

/** A host without camera and microphone: name and avatar. */
export const NoCamera: Story = { args: { camera: false, microphone: false } };

/** A host whose connection is lost for a moment. */
export const Reconnecting: Story = { args: { camera: false, reconnecting: true } };

/** Empty seats, one of them locked. Each is a button. */
export const Empty: Story = {
  render: () => html`
    <div class="on-dark row">
      <cohost-seat class="tile" .seat=${emptySeat(1)}></cohost-seat>
      <cohost-seat class="tile" .seat=${emptySeat(2, true)}></cohost-seat>
    </div>
  `,
};

/** Seats of voice lives. */
export const Voice: Story = {
  args: { camera: false },
  render: (args) => html`
    <div class="on-dark row">
      <cohost-seat class="voice-tile" voice .seat=${seatOf(args)}></cohost-seat>
      <cohost-seat
        class="voice-tile"
        voice
        .seat=${seatOf({ ...args, userName: 'Noah', microphone: false })}
      ></cohost-seat>
      <cohost-seat
        class="voice-tile"
        voice
        .seat=${seatOf({ ...args, userName: 'Priya', reconnecting: true })}
      ></cohost-seat>
      <cohost-seat class="voice-tile" voice .seat=${emptySeat(3)}></cohost-seat>
      <cohost-seat class="voice-tile" voice .seat=${emptySeat(4, true)}></cohost-seat>
    </div>
  `,
};

/** Names of all kinds. Markup in a name is shown as text. */
export const Names: Story = {
  render: (args): TemplateResult => {
    const names = [
      'ليلى الحسن',
      '健司',
      '✨ Zoë ✨',
      '<b>Max</b>',
      'A name that is far too long for any seat there is',
    ];
    return html`
      <div class="row">
        ${names.map(
          (userName) => html`
            <cohost-seat class="tile" .seat=${seatOf({ ...args, userName, camera: false })}></cohost-seat>
          `,
        )}
      </div>
    `;
  },
};

/** Content of the page in both layers. */
export const Slots: Story = {
  args: { camera: false },
  render: (args) => html`
    <cohost-seat class="tile" .seat=${seatOf(args)}>
      <div slot="background">Back in a minute</div>
      <div slot="foreground" class="fan-badge">★ Fan club</div>
    </cohost-seat>
  `,
};
