// What rules, engines and server share with pages: names, shapes, limits and codes, without a signal or a store.
export * from './public-vocabulary.js';
export * from './command.js';
export * from './documents.js';
export * from './stage/publishers.js';
