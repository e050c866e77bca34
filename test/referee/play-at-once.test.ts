import fc from 'fast-check';
import { isDeepStrictEqual } from 'node:util';
import { expect, it } from 'vitest';
import { LiveFeed } from '../../src/core/session/live-feed.js';
import { Arena } from './random-play/arena.js';
import { difference } from './random-play/check-told.js';
import { Dice } from './random-play/dice.js';
import { hold } from './random-play/hold.js';
import { Invariants } from './random-play/invariants.js';
import { opening } from './random-play/openings.js';
import { attempt, draw, passTime, step } from './random-play/play.js';
import { playUntil, telling } from './random-play/run.js';
import { Tally } from './random-play/tally.js';

const commands = 30_000;
const tally = new Tally();

/** Some commands are sent twice, as by an impatient user. */
const asked = fc.record({ step, isTwice: fc.boolean() });
const round = fc.record({ all: fc.array(asked, { minLength: 1, maxLength: 8, size: 'max' }) });
const rounds = fc.array(round, { minLength: 1, maxLength: 16, size: 'max' });
const pauses = fc.infiniteStream(fc.noBias(fc.nat(6)));
const throws = fc.array(fc.noBias(fc.nat(2 ** 20)), { minLength: 400, maxLength: 400 });

it(`holds over ${commands} commands that come at once, twice, and are told of in any order`, async () => {
  await playUntil(
    commands,
    tally,
    fc.asyncProperty(opening, rounds, pauses, throws, async ({ play }, all, pause, order) => {
      const arena = new Arena({ grace: {}, pause: () => pause.next().value as number });
      await play(arena);
      const invariants = new Invariants(arena);
      const story: string[] = [];
      await telling(story, async () => {
        for (const { all: together } of all) {
          await passTime(arena, together[0]!.step.time);
          const deeds = together.flatMap(({ step, isTwice }) => {
            const action = draw(arena, step);
            return isTwice ? [action, action] : [action];
          });
          story.push(`${arena.clock.now()} ${deeds.map(({ text }) => text).join('\n  ')}`);
          await Promise.all(deeds.map((action) => attempt(arena, action, tally)));
          await arena.ring();
          invariants.checkStep();
        }
        checkFeeds(arena, new Dice(order));
        await invariants.checkEnd();
      });
    }),
  );
  expect(tally.commands).toBeGreaterThanOrEqual(commands);
}, 600_000);

/** Checks that listeners who hear every message twice and in random order end up with the newest state. */
function checkFeeds({ told, mirror }: Arena, dice: Dice): void {
  for (const [liveId, { info }] of mirror.lives) {
    const userId = info.liveOwner.userId;
    // Skip messages of an earlier live with the same id: its listeners have heard its end. One of its documents may be
    // told after the first one of the new live.
    const newest = told.messages.filter(
      (message) => message.liveId === liveId && (message.topic !== 'personal' || message.userId === userId),
    );
    const begun = newest.findIndex(({ topic, ...message }) => {
      return topic === 'document' && 'document' in message && message.document.live.createdAt === info.createdAt;
    });
    const heard = newest
      .slice(begun)
      .filter((message) => message.topic !== 'document' || message.document.live.createdAt === info.createdAt);
    const feed = new LiveFeed();
    const hear = (message: (typeof heard)[number]): void => {
      if (message.topic === 'document') feed.receive({ type: 'document', document: message.document });
      if (message.topic === 'personal') feed.receive({ type: 'personal', personal: message.personal });
      if (message.topic === 'scores') {
        const { board, highlights } = message;
        feed.receive({ type: 'scores', board, highlights });
      }
    };
    for (const message of dice.shuffled([...heard, ...heard])) hear(message);
    // Scores that come before their battle are dropped; the next scores repair that.
    for (const message of heard) if (message.topic === 'scores') hear(message);
    const document = told.documents.get(liveId)!;
    const known = feed.currentDocument.get();
    // A document that is published again may hold newer scores, so scores are compared on their own below.
    const [mine, newestOne] = [known, document].map((one) => one && { ...one, board: null });
    const same = isDeepStrictEqual(mine, newestOne);
    hold(same, () => `whoever listens in ${liveId} knows the newest: ${difference(mine, newestOne)}`);
    const version =
      document.board &&
      Math.max(document.board.version, told.boards.get(`${liveId}/${document.board.battleId}`)?.version ?? 0);
    hold((feed.currentBoard.get()?.version ?? null) === version, () => `and the newest scores of ${liveId}`);
    // A user who enters asks for the personal document. After that they are told its changes.
    const personals = heard.flatMap((message) => (message.topic === 'personal' ? [message.personal] : []));
    const personal = personals.toSorted((a, b) => a.revision - b.revision).at(-1) ?? null;
    hold(isDeepStrictEqual(feed.currentPersonal.get(), personal), () => `and what concerns ${userId} in ${liveId}`);
  }
}
