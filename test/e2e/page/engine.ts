import {
  toLiveError,
  type Audience,
  type ConnectionState,
  type KickedOutReason,
  type LiveConnection,
  type LiveSink,
  type Participant,
  type VideoTrack,
} from '../../../src/core/index.js';
import type { LiveDocument, UserCommand } from '../../../src/protocol/index.js';
import { LiveKitEngine } from '../../../src/engines/livekit/index.js';
import { hum } from './hum.js';

/** What an engine has told: the latest update of each kind. */
export interface Told {
  document: LiveDocument | null;
  participants: Pick<Participant, 'userId' | 'cameraStatus' | 'microphoneStatus'>[];
  audience: Audience | null;
  connection: ConnectionState;
  /** Devices that were stopped by something else, and why. */
  stops: string[];
  kicks: KickedOutReason[];
}

declare global {
  interface Window {
    told: Told;
    openEngine(options: { serverUrl: string; token: string }): void;
    /** Each resolves with the code of the refusal, or null without a refusal. */
    join(liveId: string): Promise<number | null>;
    execute(command: UserCommand): Promise<number | null>;
    setDevice(device: 'camera' | 'microphone', isOn: boolean): Promise<number | null>;
    /** Number of video frames of that user shown so far. */
    framesOf(userId: string): number;
  }
}

let engine: LiveKitEngine;
let connection: LiveConnection;
const videos = new Map<string, { element: HTMLVideoElement; track: VideoTrack; detach: () => void }>();

window.openEngine = ({ serverUrl, token }) => {
  engine = new LiveKitEngine({ serverUrl, token, captureMicrophone: hum });
  window.told = { document: null, participants: [], audience: null, connection: 'idle', stops: [], kicks: [] };
};

const codeOf = async (work: Promise<unknown>): Promise<number | null> =>
  await work.then(
    () => null,
    (error: unknown) => toLiveError(error).code,
  );

window.join = async (liveId) => await codeOf(engine.join(liveId, sink).then((entered) => (connection = entered)));

window.execute = async (command) => await codeOf(engine.execute(command));

window.setDevice = async (device, isOn) =>
  await codeOf(device === 'camera' ? connection.setCameraEnabled(isOn) : connection.setMicrophoneEnabled(isOn));

window.framesOf = (userId) => videos.get(userId)?.element.getVideoPlaybackQuality().totalVideoFrames ?? 0;

const sink: LiveSink = {
  receive(update) {
    const { told } = window;
    switch (update.type) {
      case 'document':
        if (update.document.revision >= (told.document?.revision ?? 0)) told.document = update.document;
        break;
      case 'participants':
        told.participants = update.participants.map(({ userId, cameraStatus, microphoneStatus }) => {
          return { userId, cameraStatus, microphoneStatus };
        });
        for (const { userId, video } of update.participants) showVideo(userId, video);
        break;
      case 'audience':
        told.audience = update.audience;
        break;
      case 'device-stopped':
        told.stops.push(`${update.device} ${update.reason}`);
        break;
      case 'connection':
        told.connection = update.state;
        break;
      case 'kicked-out':
        told.kicks.push(update.reason);
    }
  },
};

function showVideo(userId: string, track: VideoTrack | null): void {
  const shown = videos.get(userId);
  if (shown?.track === track) return;
  shown?.detach();
  shown?.element.remove();
  videos.delete(userId);
  if (!track) return;
  const element = document.createElement('video');
  document.body.append(element);
  videos.set(userId, { element, track, detach: track.attach(element) });
}
