import type { Participant as LiveKitParticipant, RemoteParticipant } from 'livekit-client';
import {
  linkedIdentity,
  liveIdAttribute,
  type LiveDocument,
  type LiveUser,
  type Participant,
} from '../../core/index.js';
import type { LiveKitClient } from './livekit-client.js';
import type { OwnDevices } from './own-devices.js';
import { localVideo, remoteVideo } from './video-handles.js';

type Host = Pick<LiveUser, 'userId' | 'liveId'>;

/**
 * The host that somebody in the room is: the live's owner or a host linked with it. Null for the audience, and for whoever
 * is still or already in the room while the document does not have them linked.
 */
export function hostOf({ identity, attributes }: LiveKitParticipant, { live, link }: LiveDocument): Host | null {
  const liveId = attributes[liveIdAttribute];
  const hosts: readonly Host[] = link?.members ?? [live.liveOwner];
  return (
    hosts.find((host) => {
      if (host.liveId !== liveId) return false;
      return identity === (liveId === live.liveId ? host.userId : linkedIdentity(host.userId, liveId));
    }) ?? null
  );
}

/** This host, as they see themselves. */
export function ownParticipant({ userId, liveId }: Host, { camera, microphone }: OwnDevices): Participant {
  return {
    userId,
    liveId,
    cameraStatus: camera ? 'on' : 'off',
    microphoneStatus: microphone ? 'on' : 'off',
    video: camera && localVideo(camera),
  };
}

export function remoteParticipant(
  { userId, liveId }: Host,
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
