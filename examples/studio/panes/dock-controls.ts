import type { TemplateResult } from 'lit';
import type { LiveSession } from 'live-battles/core';
import {
  cameraIcon,
  cameraOffIcon,
  closeIcon,
  inviteIcon,
  leaveIcon,
  microphoneIcon,
  microphoneOffIcon,
} from '../parts/icons.js';
import { battleControls } from './battle-controls.js';

/** A button of the dock. */
export interface Control {
  /** Identifies the button's place. The action of a button may change while a finger is on it; the button stays. */
  key: string;
  testId: string;
  label: string;
  /** The full label, where `label` is too short to say all. */
  name?: string;
  face: TemplateResult | string;
  /** For buttons that switch something on or off. */
  pressed?: boolean;
  disabled?: boolean;
  look?: 'battle' | 'danger';
  act: (button: HTMLElement) => unknown;
}

/** The sheet that a host opens, and the button that gets the focus back. */
export interface SheetRequest {
  sheet: 'invite' | 'battle';
  opener: HTMLElement;
}

export type OpenSheet = (request: SheetRequest) => void;

/** All buttons of a live host at the moment. */
export function dockControls(session: LiveSession, openSheet: OpenSheet): readonly Control[] {
  const isAlone = session.coHostStore.coHostStatus.get() === 'disconnected';
  return [
    microphone(session),
    camera(session),
    {
      key: 'cohost',
      testId: 'open-invite',
      label: 'Co-host',
      face: inviteIcon,
      act: (opener) => openSheet({ sheet: 'invite', opener }),
    },
    ...battleControls(session, openSheet),
    ...guests(session),
    {
      key: 'leave',
      testId: 'exit-cohost',
      label: 'Leave',
      face: leaveIcon,
      look: 'danger',
      disabled: isAlone,
      act: () => session.coHostStore.exitHostConnection(),
    },
  ];
}

function microphone({ deviceStore }: LiveSession): Control {
  const isOn = deviceStore.microphoneStatus.get() === 'on';
  return {
    key: 'microphone',
    testId: 'toggle-microphone',
    label: 'Mic',
    face: isOn ? microphoneIcon : microphoneOffIcon,
    pressed: isOn,
    act: () => (isOn ? deviceStore.closeLocalMicrophone() : deviceStore.openLocalMicrophone()),
  };
}

function camera({ deviceStore }: LiveSession): Control {
  const isOn = deviceStore.cameraStatus.get() === 'on';
  return {
    key: 'camera',
    testId: 'toggle-camera',
    label: 'Camera',
    face: isOn ? cameraIcon : cameraOffIcon,
    pressed: isOn,
    act: () => (isOn ? deviceStore.closeLocalCamera() : deviceStore.openLocalCamera()),
  };
}

/** One button for each guest. It sends the guest back to the audience. */
function guests({ coGuestStore, liveSeatStore }: LiveSession): readonly Control[] {
  return coGuestStore.connected.get().map(({ userId, userName }) => ({
    key: `guest ${userId}`,
    testId: `remove-${userId}`,
    label: userName,
    name: `Remove ${userName}`,
    face: closeIcon,
    look: 'danger',
    act: () => liveSeatStore.kickUserOutOfSeat({ userId }),
  }));
}
