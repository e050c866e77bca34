export { LiveKitEngine, type LiveKitEngineOptions } from './livekit-engine.js';
export { preloadLiveKit } from './room/livekit-client.js';
export type { TokenSource } from './server/user-token.js';
