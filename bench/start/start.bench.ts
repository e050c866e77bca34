// `npm run bench:start`: how long a page takes to show a live, beside a page of LiveKit's React components that shows the
// same room. Loads them in turn, each with an empty cache, on networks of several speeds.
import { mkdirSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { AccessToken } from 'livekit-server-sdk';
import { freePort } from '../../scripts/ports.mjs';
import { SessionPage } from '../../test/e2e/stage/session-page.js';
import { Stage } from '../../test/e2e/stage/stage.js';
import { BenchSite } from './bench-site.js';
import { buildPages } from './build-pages.js';
import { loadPage, type Network, type PageLoad } from './page-load.js';
import { printTable, summaryOf, type Summary } from './summary.js';

const { values } = parseArgs({
  options: {
    /** Loads of each page on each network. */
    loads: { type: 'string', default: '15' },
    /** A folder with another build of the kit's files for a script tag, to compare with. */
    before: { type: 'string' },
    json: { type: 'string', default: '.cache/reports/start.json' },
  },
});

const kbit = 1000 / 8;
const networks: readonly Network[] = [
  { name: 'no limits', latency: 0, downloadThroughput: -1, uploadThroughput: -1 },
  // As DevTools' own "Fast 4G" and "Slow 4G".
  { name: 'fast 4G', latency: 165, downloadThroughput: 8100 * kbit, uploadThroughput: 1350 * kbit },
  { name: 'slow 4G', latency: 562.5, downloadThroughput: 1440 * kbit, uploadThroughput: 675 * kbit },
];
const hostName = 'ann';
const peer = 'LiveKit React';

const pages = [
  { name: peer, path: '/react/react.html' },
  { name: 'kit, with preload links', path: '/pages/kit.html' },
  { name: 'kit, script tag alone', path: '/pages/script-tag.html' },
  ...(values.before === undefined ? [] : [{ name: 'kit, other build', path: '/pages/before.html' }]),
];

const built = await buildPages();
const stage = await Stage.open();
let users = 0;
const site = await BenchSite.start({
  port: await freePort(),
  folders: {
    '/kit': built.kit,
    '/react': built.react,
    '/pages': built.pages,
    ...(values.before !== undefined && { '/before': values.before }),
  },
  answers: {
    '/user-token': async () => ({ token: await stage.backend.userToken(`viewer-${++users}`) }),
    '/room-token': async () => ({ url: stage.livekit.url, token: await roomToken(`viewer-${++users}`) }),
  },
  battleServer: stage.battleServer.url,
});

/** The same rights that the battle server gives a viewer. */
async function roomToken(identity: string): Promise<string> {
  const { apiKey, apiSecret } = stage.livekit.keys;
  const token = new AccessToken(apiKey, apiSecret, { identity, ttl: '2m' });
  token.addGrant({ room: 'ann_live', roomJoin: true, canPublish: false, canSubscribe: true, hidden: true });
  return await token.toJwt();
}

try {
  const host = await SessionPage.open(stage, hostName);
  await host.goLive();
  const summaries: Summary[] = [];
  for (const network of networks) {
    const loads = await loadInTurn(network, Number(values.loads));
    const reference = loads.get(peer)!;
    for (const [page, own] of loads) summaries.push(summaryOf({ page, network: network.name, own, reference }));
  }
  printTable(summaries);
  mkdirSync(new URL('.', `file://${process.cwd()}/${values.json}`), { recursive: true });
  writeFileSync(values.json, `${JSON.stringify(summaries, null, 2)}\n`);
  console.log(`\nAll numbers: ${values.json}`);
} finally {
  await site.stop();
  await stage.close();
}

/** Each round in another order, so that other load on the machine affects all alike. The first round warms up. */
async function loadInTurn(network: Network, rounds: number): Promise<Map<string, PageLoad[]>> {
  const loads = new Map(pages.map(({ name }): [string, PageLoad[]] => [name, []]));
  for (let round = 0; round <= rounds; round++) {
    const first = round % pages.length;
    for (const { name, path } of [...pages.slice(first), ...pages.slice(0, first)]) {
      const load = await loadPage(stage.browser, site.url + path, hostName, network);
      if (round > 0) loads.get(name)!.push(load);
    }
  }
  return loads;
}
