// What rules and server share with pages: names, shapes, limits and codes, without a signal or a store.
export * from './audience.js';
export * from './battle.js';
export * from './battle-multiplier.js';
export * from './battle-teams.js';
export * from './cohost.js';
export * from './command.js';
export * from './documents.js';
export * from './engine.js';
export * from './guest.js';
export * from './layout/regions.js';
export * from './limits.js';
export * from './live.js';
export * from './live-error.js';
export * from './publisher.js';
export * from './seat.js';
export * from './user.js';
export * from './wire.js';
