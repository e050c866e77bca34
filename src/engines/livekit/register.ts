import { LiveError, LiveErrorCode, registerEngine } from '../../core/index.js';
import { LiveKitEngine } from './livekit-engine.js';
import { preloadLiveKit } from './room/livekit-client.js';

registerEngine(
  'livekit',
  ({ serverUrl, token }) => {
    if (token === undefined) throw new LiveError(LiveErrorCode.invalidParameter, 'the livekit engine needs a token');
    return new LiveKitEngine({ token, ...(serverUrl !== undefined && { serverUrl }) });
  },
  preloadLiveKit,
);
