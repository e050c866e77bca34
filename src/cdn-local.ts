// The local engine as a file of its own beside `live-battles.js`, which loads it when a page first uses that engine.
import './cdn.js';

export { createLocalEngine } from './engines/local/create-local-engine.js';
export * from './engines/local/index.js';
