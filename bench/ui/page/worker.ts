// Sends scores and levels at a fixed rate. It is a worker so that each packet arrives in the page as a task of its own,
// at a time that does not depend on how busy the page is.
import { now, packetKind, type Order } from './packet.js';

const totals = new Map<number, number>();
const gate = new Int32Array(new SharedArrayBuffer(4));
let seed = 1;
const apart = 2_000;

/** 0–1, the same row of numbers in each run. */
function random(): number {
  seed = (seed * 48_271) % 2_147_483_647;
  return seed / 2_147_483_647;
}

/**
 * The first points lie far apart: only the kit's tiles show ranks, and these change seldom once a battle has run for a
 * while. What a new rank costs is measured with the animation of a lead change.
 */
function nextScore(index: number): number {
  const points = (totals.get(index) ?? apart * (index + 1)) + 1 + Math.floor(random() * 100);
  totals.set(index, points);
  return points;
}

/** Silent for a third of the time. */
function nextLevel(): number {
  return random() < 0.33 ? 0 : Math.round(5 + random() * 95) / 100;
}

function send(kind: number, due: number, { people, changes }: Order): void {
  const packet = [kind, due];
  for (let change = 0; change < changes; change++) {
    const index = Math.floor(random() * people);
    packet.push(index, kind === packetKind.scores ? nextScore(index) : nextLevel());
  }
  postMessage(packet);
}

function drive(order: Order): void {
  const startsAt = now() + 5;
  const endsAt = startsAt + order.seconds * 1000;
  let [scores, levels] = [0, 0];
  for (;;) {
    const scoreDue = startsAt + (scores * 1000) / order.scores;
    // Half a period later, so that no level is due together with a score.
    const levelDue = startsAt + ((levels + 0.5) * 1000) / order.levels;
    const due = Math.min(scoreDue, levelDue);
    if (due >= endsAt) break;
    const wait = due - now();
    if (wait > 0) Atomics.wait(gate, 0, 0, wait);
    if (due === scoreDue) scores++;
    else levels++;
    send(due === scoreDue ? packetKind.scores : packetKind.levels, due, order);
  }
  postMessage([packetKind.end, now()]);
}

addEventListener('message', ({ data }: MessageEvent<Order>) => {
  drive(data);
});
