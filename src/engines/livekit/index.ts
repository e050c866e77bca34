export { LiveKitEngine, type LiveKitEngineOptions } from './livekit-engine.js';
export type { TokenSource } from './server/user-token.js';
