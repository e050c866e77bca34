// `npm run bench`: measures what a score costs a page with many sessions of the local engine.
import { CrowdedPage } from './crowded-page.js';
import { compare, type Contender, type Measured } from './measure.js';
import { printTable } from './print-table.js';

const rounds = 60;
const crowds = [2, 50, 450];

for (const gifts of [1, 10]) {
  const pages: CrowdedPage[] = [];
  const contenders: Contender[] = [];
  for (const sessions of crowds) {
    const page = await new CrowdedPage().open(sessions);
    pages.push(page);
    const run = async (times: number): Promise<void> => {
      for (let time = 0; time < times; time++) await page.frame(gifts);
    };
    contenders.push({ name: `${sessions} sessions on the page`, run });
  }
  const measured = await compare(contenders, rounds, 10);
  for (const page of pages) page.check();
  const title = gifts === 1 ? 'One score a frame' : `${gifts} scores a frame`;
  printTable(`${title}, until all sessions have it`, measured);
  printTable(
    `${title}, per session`,
    measured.map((one, index) => shared(one, crowds[index]!)),
  );
}

/** The cost for each of so many. */
function shared({ name, micros, quartiles: [low, high] }: Measured, among: number): Measured {
  return { name, micros: micros / among, quartiles: [low / among, high / among] };
}
