// What the engines and the battle server say to each other. Internal: an app needs none of it.
export * from '../core/command.js';
export type * from '../core/documents.js';
export { publishersIn, type Publisher } from '../core/stage/publishers.js';
export * from './room-publishers.js';
export * from './wire.js';
