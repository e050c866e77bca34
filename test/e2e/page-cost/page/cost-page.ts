// A stage with a link and a running battle, and what the page does for one change.
import { passTime } from './still-time.js';
import { takeWork } from './work-of-elements.js';
import { takeWrites } from './written-nodes.js';
import '../../../../src/components/live-core-view/define.js';
import { people } from '../../../../bench/ui/page/people.js';
import { LiveSession } from '../../../../src/core/index.js';
import { LinkEngine } from './link-engine.js';

/** What one change made the page do. Each list names a thing as often as it was done. */
export interface Work {
  /** Elements that rendered. */
  rendered: string[];
  /** Elements whose effects woke. */
  woken: string[];
  /** What was written into the page. */
  written: string[];
}

export type Change =
  /** A board with the points of all hosts. */
  | { type: 'scores'; points: readonly number[] }
  /** How loud one host is, 0–1. */
  | { type: 'level'; host: number; level: number }
  /** One more host comes to the link. */
  | { type: 'host' };

export interface CostPage {
  /** Makes a session in a link of so many hosts, who are all in a running battle. */
  open(hosts: number): Promise<void>;
  /** Shows the stage, and waits until it is drawn. */
  mount(): Promise<void>;
  /** Makes a change, and waits until it is drawn. */
  change(change: Change): Promise<Work>;
}

declare global {
  var costPage: CostPage;
}

/** Longer than a battle's start is shown. */
const startIsOver = 60_000;

let hosts = 0;
let engine: LinkEngine;
let session: LiveSession;

globalThis.costPage = {
  async open(count) {
    hosts = count;
    engine = new LinkEngine(people(count));
    session = new LiveSession({ engine });
    await session.liveListStore.joinLive({ liveId: people(count)[0]!.liveId });
    passTime(startIsOver);
  },
  async mount() {
    document.body.append(Object.assign(document.createElement('live-core-view'), { session }));
    await drawn();
  },
  async change(change) {
    takeWork();
    takeWrites();
    make(change);
    await drawn();
    return { ...takeWork(), written: takeWrites() };
  },
};

function make(change: Change): void {
  switch (change.type) {
    case 'scores':
      for (const [host, points] of change.points.entries()) engine.score(host, points);
      return engine.deliver();
    case 'level':
      engine.level(change.host, change.level);
      return engine.deliver();
    case 'host':
      return engine.welcome(people(++hosts));
  }
}

/** Until two frames have been drawn, and the third one has begun. */
async function drawn(): Promise<void> {
  for (let frame = 0; frame < 3; frame++) await new Promise((resolve) => requestAnimationFrame(resolve));
}
