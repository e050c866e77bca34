import type { MeasureName } from '../measures/measures.js';

/** A line of the table. */
export interface Row {
  title: string;
  measure: MeasureName;
  /** Name of what the measure found. */
  finding: string;
  /** True: as ratio to hand-written DOM. */
  isRatio?: boolean;
  /** Multiplies what was found. */
  times?: number;
  digits?: number;
  /** What the kit is to reach. */
  atMost?: number;
  atLeast?: number;
}

/** Of 60 frames a second, one at either end of the time watched may be missed. */
const smooth = 58;

/** Times per second are shown for six seconds, as in the first such table. */
const six = 6;

const nine: readonly Row[] = [
  { title: '9 hosts: CPU', measure: 'nine', finding: 'cpu', isRatio: true, digits: 2, atMost: 1.1 },
  { title: '… CPU, ms/s', measure: 'nine', finding: 'cpu' },
  { title: '… CPU of all threads', measure: 'nine', finding: 'processors', isRatio: true, digits: 2 },
  { title: '… style, ms in 6 s', measure: 'nine', finding: 'style', times: six, atMost: 70 },
  { title: '… layout, ms in 6 s', measure: 'nine', finding: 'layout', times: six },
  { title: '… script, ms in 6 s', measure: 'nine', finding: 'script', times: six },
  { title: '… styles /s', measure: 'nine', finding: 'styleCount' },
  { title: '… layouts /s', measure: 'nine', finding: 'layoutCount' },
  { title: '… dropped frames', measure: 'nine', finding: 'droppedFrames', atMost: 0 },
  { title: '… lag p50, ms', measure: 'nine', finding: 'lagMedian', digits: 1 },
  { title: '… lag p99, ms', measure: 'nine', finding: 'lagP99', digits: 1, atMost: 4 },
  { title: '… long tasks', measure: 'nine', finding: 'longTasks' },
];

const many: readonly Row[] = nine.map(({ title, atMost: _, ...row }) => ({
  ...row,
  title: title.replace('9 hosts', '450 tiles'),
  measure: 'many',
  ...(row.finding === 'cpu' && row.isRatio && { atMost: 1.1 }),
  ...(row.finding === 'droppedFrames' && { atMost: 9 }),
}));

/** The table of `npm run bench:ui`, with the goals. */
export const rows: readonly Row[] = [
  ...nine,
  ...many,
  { title: 'bytes per update', measure: 'allocation', finding: 'bytes', atMost: 600 },
  { title: 'mount 450, first: CPU', measure: 'mount', finding: 'first', isRatio: true, digits: 2, atMost: 1.5 },
  { title: '… again: CPU', measure: 'mount', finding: 'again', isRatio: true, digits: 2, atMost: 1.3 },
  { title: '… first, ms', measure: 'mount', finding: 'first' },
  { title: '… again, ms', measure: 'mount', finding: 'again' },
  { title: 'nodes of 450 tiles', measure: 'nodes', finding: 'nodes', atMost: 15_000 },
  { title: 'heap left, MB', measure: 'churn', finding: 'heap', digits: 2, atMost: 0.1 },
  { title: 'nodes left', measure: 'churn', finding: 'nodesLeft' },
  { title: '6 × slower: busy, %', measure: 'low-end', finding: 'busyPercent', digits: 1, atMost: 6 },
  { title: '… long tasks', measure: 'low-end', finding: 'longTasks', atMost: 0 },
  { title: '… dropped frames', measure: 'low-end', finding: 'droppedFrames' },
  { title: '… lead change, frames/s', measure: 'animations', finding: 'lead', atLeast: smooth },
  { title: '… result, frames/s', measure: 'animations', finding: 'result', atLeast: smooth },
];
