// Names, shapes, limits and codes that rules, engines, server and pages share; no signals and no stores.
export * from './public-vocabulary.js';
export * from './battle/ranking.js';
export * from './command.js';
export * from './documents.js';
export * from './stage/publishers.js';
