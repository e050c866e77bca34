export type { Camera } from './camera.js';
export { LocalEngine, type LocalEngineOptions } from './local-engine.js';
export { LocalWorld, type LocalWorldOptions } from './local-world.js';
export { pageWorld } from './page-world.js';
