import type { Browser } from 'playwright-core';
import { WatchedPage, type Cost } from './watched-page.js';

/** The most hosts of a link. */
export const fullLink = 9;

/** What one change costs in a link of so many hosts. The changes come in this order. */
export interface LinkCosts {
  /** DOM nodes of the stage before any change. */
  nodes: number;
  /** The second host gets points, and all ranks stay. */
  score: Cost;
  /** The second host takes the lead. */
  lead: Cost;
  /** The second host speaks for the first time. */
  firstLevel: Cost;
  /** The second host speaks louder. */
  level: Cost;
  /** The second host is as loud as before. */
  sameLevel: Cost;
  /** A host comes to the link; null for a full link. */
  host: Cost | null;
}

export async function costsOfLink(browser: Browser, script: string, hosts: number): Promise<LinkCosts> {
  const page = await WatchedPage.open(browser, script, hosts);
  const nodes = await page.mount();
  const points = Array.from({ length: hosts }, (_, host) => 1000 * (hosts - host));
  await page.costOf({ type: 'scores', points });
  const costs: LinkCosts = {
    nodes,
    score: await page.costOf({ type: 'scores', points: points.with(1, points[1]! + 7) }),
    lead: await page.costOf({ type: 'scores', points: points.with(1, points[0]! + 7) }),
    firstLevel: await page.costOf({ type: 'level', host: 1, level: 0.1 }),
    level: await page.costOf({ type: 'level', host: 1, level: 0.3 }),
    sameLevel: await page.costOf({ type: 'level', host: 1, level: 0.3 }),
    host: hosts < fullLink ? await page.costOf({ type: 'host' }) : null,
  };
  await page.close();
  return costs;
}
