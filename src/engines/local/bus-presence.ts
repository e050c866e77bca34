import type { Presence } from '../../core/stage/stage-view.js';
import type { Publisher } from '../../protocol/index.js';
import type { BusMember, LocalBus } from './local-bus.js';

/** How the sessions of a world see each other's users. A network is either `excellent` or `down` there. */
export function busPresence(
  bus: Pick<LocalBus<BusMember>, 'find' | 'volumes'>,
): (publisher: Publisher) => Presence | null {
  return ({ userId, liveId }) => {
    const member = bus.find(liveId, userId);
    if (!member) return null;
    if (!member.isOnline) return { devices: null, quality: 'down', volume: null };
    const { camera, microphone } = member.devices.sources;
    return {
      devices: {
        microphoneStatus: microphone ? 'on' : 'off',
        cameraStatus: camera ? 'on' : 'off',
        video: camera?.video ?? null,
      },
      quality: 'excellent',
      volume: bus.volumes.get(userId) ?? null,
    };
  };
}
