import { registerEngine } from '../../core/index.js';
import { createLocalEngine } from './create-local-engine.js';

registerEngine('local', createLocalEngine);
