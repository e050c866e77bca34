import { allocation } from './allocation.js';
import { animations } from './animations.js';
import { churn } from './churn.js';
import { lowEnd } from './low-end.js';
import type { Measure } from './measure.js';
import { mount } from './mount.js';
import { nodes } from './nodes.js';
import { updatesOf } from './updates.js';

/** All measures, in the order in which they run. */
export const measures = {
  nine: updatesOf(9),
  many: updatesOf(450),
  allocation,
  mount,
  nodes,
  churn,
  'low-end': lowEnd,
  animations,
} satisfies Record<string, Measure>;
export type MeasureName = keyof typeof measures;

export const measureNames = Object.keys(measures) as readonly MeasureName[];
