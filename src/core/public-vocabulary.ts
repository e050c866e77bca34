// The part of the vocabulary that apps use.
export * from './battle/battle.js';
export * from './battle/effects.js';
export * from './battle/hidden-users.js';
export * from './battle/highlights.js';
export * from './battle/multiplier.js';
export * from './battle/teams.js';
export * from './cohost/cohost.js';
export * from './engine.js';
export * from './guest/guest.js';
export * from './layout/regions.js';
export * from './limits.js';
export * from './live-error.js';
export * from './live/audience.js';
export * from './live/live.js';
export * from './seat/seat.js';
export * from './user.js';
