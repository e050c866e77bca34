// What engines and battle server exchange. Internal: apps do not need it.
export * from '../core/command.js';
export type * from '../core/documents.js';
export { battleConfigShape } from '../core/battle/battle-config-shape.js';
export { coHostLayoutTemplate } from '../core/cohost/cohost-commands.js';
export { seatLayoutTemplate, takeSeatMode } from '../core/live/live-commands.js';
export { userShape } from '../core/person-shape.js';
export { commandShapes } from '../core/shape/command.js';
export { described, list } from '../core/shape/compose.js';
export type { Same } from '../core/shape/describes.js';
export { object } from '../core/shape/object.js';
export type * from '../core/shape/shape.js';
export { id, liveId, userId } from '../core/shape/texts.js';
export { publishersIn, type Publisher } from '../core/stage/publishers.js';
export * from './room-publishers.js';
export * from './wire.js';
