import type { RemoteParticipant } from 'livekit-client';
import type { Participant } from '../../../core/index.js';
import type { Publisher } from '../../../protocol/index.js';
import type { LiveKitClient } from '../room/livekit-client.js';
import type { OwnDevices } from '../publish/own-devices.js';
import { localVideo, remoteVideo } from './video-handles.js';

/** This user on their seat, as they see themselves. */
export function ownParticipant({ userId, liveId }: Publisher, { camera, microphone }: OwnDevices): Participant {
  return {
    userId,
    liveId,
    cameraStatus: camera ? 'on' : 'off',
    microphoneStatus: microphone ? 'on' : 'off',
    video: camera && localVideo(camera),
  };
}

export function remoteParticipant(
  { userId, liveId }: Publisher,
  participant: RemoteParticipant,
  { Track }: LiveKitClient,
): Participant {
  const camera = participant.getTrackPublication(Track.Source.Camera);
  const microphone = participant.getTrackPublication(Track.Source.Microphone);
  const isOn = camera?.isMuted === false;
  return {
    userId,
    liveId,
    cameraStatus: isOn ? 'on' : 'off',
    microphoneStatus: microphone?.isMuted === false ? 'on' : 'off',
    video: isOn && camera.track ? remoteVideo(camera.track) : null,
  };
}
