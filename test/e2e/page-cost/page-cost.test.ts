// What the page does for one change, counted and not timed. It must follow what changed, not how much is there: the same
// change costs the same in a full link as in a small one. What the kit does is known exactly. What the browser makes of
// it differs between versions of Chromium, so most of that has an upper bound.
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchChromium } from '../../../bench/ui/browser/chromium.js';
import { costsOfLink, type LinkCosts } from './link-costs.js';
import { bundleCostPage, type Cost } from './watched-page.js';

/** A battle of two has a score bar, and a larger one has ranks. No host can come to a link of nine. */
const links = [2, 3, 8, 9] as const;
type Link = (typeof links)[number];

let browser: Browser;
const counted = new Map<Link, LinkCosts>();
const costsIn = (link: Link): LinkCosts => counted.get(link)!;

beforeAll(async () => {
  browser = await launchChromium();
  const script = await bundleCostPage();
  for (const link of links) counted.set(link, await costsOfLink(browser, script, link));
});

afterAll(async () => {
  await browser?.close();
});

/** What the browser did at most. */
type Bounds = Partial<Pick<Cost, 'stylePasses' | 'styledElements' | 'layouts' | 'dirtyBoxes'>>;

function expectAtMost(cost: Cost, bounds: Bounds): void {
  for (const [name, most] of Object.entries(bounds)) expect(cost[name as keyof Bounds], name).toBeLessThanOrEqual(most);
}

/** Each once, and without what was written to it. */
function elementsIn(written: readonly string[]): string[] {
  return [...new Set(written.map((write) => write.slice(0, write.indexOf(':'))))];
}

function without(names: readonly string[], ...others: readonly string[]): string[] {
  return names.filter((name) => !others.includes(name));
}

function countOf(names: readonly string[], name: string): number {
  return names.filter((other) => other === name).length;
}

/** More than needed: the effects for target and top contributors wake with each board, and then write nothing. */
const wakesWithEachBoard = 'battle-container';

describe('the points of one host', () => {
  it.each(links)('render nothing in a link of %i', (link) => {
    const { score, lead } = costsIn(link);
    expect([...score.rendered, ...lead.rendered]).toEqual([]);
    expect([score.nodes, lead.nodes]).toEqual([0, 0]);
  });

  it('are written to the score bar of two hosts', () => {
    const { score, lead } = costsIn(2);
    for (const cost of [score, lead]) {
      expect(elementsIn(cost.written).sort()).toEqual(
        ['divider-rail', 'left', 'right', 'right-score'].map((part) => `battle-score-bar ${part}`),
      );
      expect(without(cost.woken, wakesWithEachBoard)).toEqual(['battle-score-bar']);
      expectAtMost(cost, { stylePasses: 3, styledElements: 3, layouts: 1, dirtyBoxes: 13 });
    }
  });

  it.each([3, 8, 9] as const)("are written to that host's rank in a link of %i, as one text", (link) => {
    const { score } = costsIn(link);
    expect(score.written).toEqual(['battle-rank user_1 score: text']);
    expect(without(score.woken, wakesWithEachBoard)).toEqual(['battle-rank user_1']);
    expectAtMost(score, { stylePasses: 0, styledElements: 0, layouts: 1, dirtyBoxes: 6 });
  });

  it.each([3, 8, 9] as const)('change two ranks when the lead changes in a link of %i', (link) => {
    const { lead } = costsIn(link);
    expect(elementsIn(lead.written)).toEqual([
      'battle-rank user_0 base',
      'battle-rank user_0 rank',
      'battle-rank user_1 base',
      'battle-rank user_1 rank',
      'battle-rank user_1 score',
    ]);
    expect(without(lead.woken, wakesWithEachBoard)).toEqual(['battle-rank user_0', 'battle-rank user_1']);
    expectAtMost(lead, { stylePasses: 1, styledElements: 6, layouts: 1, dirtyBoxes: 16 });
  });

  it.each([3, 8] as const)('cost the same in a link of %i as in a full one', (link) => {
    expect(costsIn(link).score).toEqual(costsIn(9).score);
    expect(costsIn(link).lead).toEqual(costsIn(9).lead);
  });

  it.each(links)('wake the battle in a link of %i no more often than today', (link) => {
    const { score, lead } = costsIn(link);
    const wakes = [score, lead].map(({ woken }) => countOf(woken, wakesWithEachBoard));
    expect(Math.max(...wakes)).toBeLessThanOrEqual(link === 2 ? 2 : 1);
  });
});

describe('the level of one host', () => {
  it('makes the ring when the host first speaks', () => {
    const { firstLevel } = costsIn(2);
    expect(firstLevel).toMatchObject({
      rendered: [],
      woken: ['cohost-seat user_1'],
      written: ['cohost-seat user_1 base: children', 'cohost-seat user_1 ring: style'],
      nodes: 1,
    });
    expectAtMost(firstLevel, { stylePasses: 1, styledElements: 2, layouts: 1, dirtyBoxes: 4 });
  });

  it('then is written to the ring, which is styled alone and laid out by nobody', () => {
    const { level } = costsIn(2);
    expect(level).toEqual({
      rendered: [],
      woken: ['cohost-seat user_1'],
      written: ['cohost-seat user_1 ring: style'],
      nodes: 0,
      stylePasses: 1,
      styledElements: 1,
      layouts: 0,
      dirtyBoxes: 0,
    });
  });

  it('does nothing when it has not changed', () => {
    const counts = { nodes: 0, stylePasses: 0, styledElements: 0, layouts: 0, dirtyBoxes: 0 };
    expect(costsIn(2).sameLevel).toEqual({ rendered: [], woken: [], written: [], ...counts });
  });

  it.each([3, 8, 9] as const)('costs the same in a link of %i as in one of two', (link) => {
    expect(costsIn(link).firstLevel).toEqual(costsIn(2).firstLevel);
    expect(costsIn(link).level).toEqual(costsIn(2).level);
    expect(costsIn(link).sameLevel).toEqual(costsIn(2).sameLevel);
  });
});

describe.each([2, 3, 8] as const)('a host who comes to a link of %i', (link) => {
  const comes = (): Cost => costsIn(link).host!;
  const newSeat = `cohost-seat user_${link}`;
  const needed = ['live-core-view', 'battle-container', newSeat];
  const hosts = Array.from({ length: link }, (_, host) => `user_${host}`);
  const otherSeats = hosts.map((userId) => `cohost-seat ${userId}`);
  const ranks = link === 2 ? [] : hosts.map((userId) => `battle-rank ${userId}`);
  it('renders the stage, the battle over it and the new seat, each once', () => {
    const { rendered } = comes();
    for (const name of needed) expect(countOf(rendered, name), name).toBe(1);
  });

  it('renders no other element', () => {
    expect(without(comes().rendered, ...needed)).toEqual([]);
  });

  it('wakes no seat', () => {
    expect(comes().woken.filter((name) => name.startsWith('cohost-seat'))).toEqual([]);
  });

  it('wakes no more of the others than today', () => {
    const { woken } = comes();
    const mostOf = new Map([
      ['live-core-view', 1],
      ['battle-container', 3],
      ['battle-score-bar', 2],
    ]);
    for (const rank of ranks) mostOf.set(rank, 2);
    for (const name of new Set(woken)) expect(countOf(woken, name), name).toBeLessThanOrEqual(mostOf.get(name) ?? 0);
  });

  it('writes nothing into the other seats, and to each cell its place alone', () => {
    const { written } = comes();
    const inOthers = written.filter((write) => otherSeats.some((seat) => write.startsWith(`${seat} `)));
    expect(inOthers).toEqual([]);
    // Two edges, two sizes, and the sizes again for the seat in the cell.
    expect(countOf(written, 'live-core-view cell: style')).toBeLessThanOrEqual(6 * (link + 1));
  });

  it('is laid out once', () => {
    // Motion is off, but its end still comes, with a style pass in one frame or another.
    expectAtMost(comes(), { stylePasses: 5, layouts: 1 });
  });

  it('brings the same nodes as to any other link', () => {
    expect(comes().nodes).toBe(costsIn(8).host!.nodes);
  });
});

describe('the nodes of a silent seat without a picture', () => {
  it('are at most 30 without a rank', () => {
    expect(costsIn(8).host!.nodes).toBeLessThanOrEqual(30);
  });

  it('are at most 42 with one', () => {
    expect((costsIn(9).nodes - costsIn(3).nodes) / 6).toBeLessThanOrEqual(42);
  });
});
