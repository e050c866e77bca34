import type { PageLoad } from './page-load.js';

interface Spread {
  median: number;
  /** The middle half of all loads lies between these. */
  from: number;
  to: number;
}

/** All loads of one page on one network. */
export interface Summary {
  network: string;
  page: string;
  loads: number;
  name: Spread;
  picture: Spread;
  /** Median ratio to the peer's load of the same round. */
  nameRatio: Spread;
  pictureRatio: Spread;
  bytes: number;
  requests: number;
}

interface Measured {
  page: string;
  network: string;
  own: readonly PageLoad[];
  /** The peer's loads of the same rounds. */
  reference: readonly PageLoad[];
}

export function summaryOf({ page, network, own, reference }: Measured): Summary {
  const of = (what: keyof PageLoad): Spread => spread(own.map((load) => load[what]));
  const ratio = (what: keyof PageLoad): Spread =>
    spread(own.map((load, round) => load[what] / reference[round]![what]));
  return {
    network,
    page,
    loads: own.length,
    name: of('name'),
    picture: of('picture'),
    nameRatio: ratio('name'),
    pictureRatio: ratio('picture'),
    bytes: of('bytes').median,
    requests: of('requests').median,
  };
}

export function printTable(summaries: readonly Summary[]): void {
  for (const network of new Set(summaries.map((summary) => summary.network))) {
    const rows = summaries.filter((summary) => summary.network === network);
    console.log(`\nPage load to the first picture, ${network}: medians of ${rows[0]?.loads} loads (middle half)`);
    console.log(row('', ['name, ms', '', 'picture, ms', '', 'KB', 'requests']));
    for (const { page, name, picture, nameRatio, pictureRatio, bytes, requests } of rows) {
      const kilobytes = (bytes / 1000).toFixed(0);
      const cells = [inMs(name), asRatio(nameRatio), inMs(picture), asRatio(pictureRatio), kilobytes, `${requests}`];
      console.log(row(page, cells));
    }
  }
}

const row = (page: string, cells: readonly string[]): string =>
  `  ${page.padEnd(26)}${cells.map((cell, index) => cell.padStart(index < 4 ? 20 : 10)).join('')}`;

const inMs = ({ median, from, to }: Spread): string => `${median.toFixed(0)} (${from.toFixed(0)}–${to.toFixed(0)})`;

const asRatio = ({ median, from, to }: Spread): string =>
  `× ${median.toFixed(2)} (${from.toFixed(2)}–${to.toFixed(2)})`;

function spread(values: readonly number[]): Spread {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (part: number): number => sorted[Math.floor(part * (sorted.length - 1))] ?? Number.NaN;
  return { median: at(0.5), from: at(0.25), to: at(0.75) };
}
