import type { ConnectionQuality, Participant, RemoteParticipant } from 'livekit-client';
import type { NetworkQuality } from '../../../core/index.js';
import type { Presence } from '../../../core/stage/stage-view.js';
import type { SourceTracks } from '../publish/capture.js';
import type { LiveRoom } from '../room/live-room.js';
import { localVideo, remoteVideo } from './video-handles.js';

const qualities: Record<`${ConnectionQuality}`, NetworkQuality> = {
  excellent: 'excellent',
  good: 'good',
  poor: 'poor',
  lost: 'down',
  unknown: 'unknown',
};

/** This user. They are present without a room too: they see themselves before anything is published. */
export function ownPresence({ camera, microphone }: SourceTracks, room: LiveRoom | null): Presence {
  return {
    devices: {
      cameraStatus: camera ? 'on' : 'off',
      microphoneStatus: microphone ? 'on' : 'off',
      video: camera && localVideo(camera),
    },
    quality: room ? qualities[room.localParticipant.connectionQuality] : 'unknown',
    volume: room && volumeOf(room.localParticipant, room),
  };
}

export function remotePresence(participant: RemoteParticipant, room: LiveRoom): Presence {
  const camera = room.publicationOf(participant, 'camera');
  const microphone = room.publicationOf(participant, 'microphone');
  const isOn = camera?.isMuted === false;
  return {
    devices: {
      cameraStatus: isOn ? 'on' : 'off',
      microphoneStatus: microphone?.isMuted === false ? 'on' : 'off',
      video: isOn && camera.track ? remoteVideo(camera.track) : null,
    },
    quality: qualities[participant.connectionQuality],
    volume: volumeOf(participant, room),
  };
}

/** Volume 0–100; null unless the participant is an active speaker. */
function volumeOf(participant: Participant, { activeSpeakers }: LiveRoom): number | null {
  return activeSpeakers.includes(participant) ? Math.min(100, Math.round(participant.audioLevel * 100)) : null;
}
