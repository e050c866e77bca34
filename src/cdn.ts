// One script tag: every element and engine registered, and the stores and engines to hand.
import './define.js';
import './engines/livekit/register.js';
import './engines/local/register.js';

export * from './engines/livekit/index.js';
export * from './engines/local/index.js';
export * from './index.js';
