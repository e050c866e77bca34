import { describe, expect, it } from 'vitest';
import { Emitter, type BattleEvents, type BattleInfo, type BattleRequest } from '../../src/core/index.js';
import type { LiveDocument, PersonalDocument } from '../../src/protocol/index.js';
import { emitBattleBegins, emitBattleEnds } from '../../src/core/stores/battle/battle-events.js';
import { emitBattleRequestChanges } from '../../src/core/stores/battle/battle-request-events.js';
import { ToldBattles } from '../../src/core/stores/battle/told-battles.js';
import { battleOf, challenge, documentOf, linkOf, personalOf } from './examples.js';

function record(emit: (events: Emitter<BattleEvents>) => void): string[] {
  const events = new Emitter<BattleEvents>();
  const heard: string[] = [];
  events.on('battle-started', ({ battleInfo, inviter, invitees }) =>
    heard.push(
      `started ${battleInfo.battleId}: ${inviter.userId} v ${invitees.map(({ userId }) => userId).join(', ')}`,
    ),
  );
  events.on('battle-ended', ({ battleInfo, reason }) => heard.push(`ended ${battleInfo.battleId}: ${reason}`));
  events.on('penalty-started', ({ battleInfo }) => heard.push(`penalty of ${battleInfo.battleId}`));
  events.on('penalty-ended', ({ reason }) => heard.push(`penalty ended: ${reason}`));
  events.on('extra-time-started', ({ battleInfo }) => heard.push(`extra time of ${battleInfo.battleId}`));
  events.on('rematch-requested', ({ battleUser }) => heard.push(`${battleUser.userId} wants a rematch`));
  events.on('rematch-declined', ({ battleUser }) => heard.push(`${battleUser.userId} declines a rematch`));
  events.on('rematch-cancelled', ({ battleUser }) => heard.push(`${battleUser.userId} wants none any more`));
  events.on('rematch-closed', ({ battleInfo }) => heard.push(`no rematch of ${battleInfo.battleId}`));
  events.on('battle-user-joined', ({ battleUser }) => heard.push(`${battleUser.userId} joined`));
  events.on('battle-user-exited', ({ battleUser }) => heard.push(`${battleUser.userId} exited`));
  for (const what of ['received', 'cancelled', 'accepted', 'rejected', 'timeout'] as const) {
    events.on(`battle-request-${what}`, ({ inviter, invitee }) =>
      heard.push(`${what}: ${inviter.userId} to ${invitee.userId}`),
    );
  }
  emit(events);
  return heard;
}

/** Tells a change to a page that has heard nothing before. */
function emitBattleChanges(
  events: Emitter<BattleEvents>,
  change: { before: LiveDocument | null; after: LiveDocument | null },
): void {
  const told = new ToldBattles();
  emitBattleEnds(events, change, told);
  emitBattleBegins(events, change, told);
}

describe('what became of the battle', () => {
  const running = battleOf(['ann', 'bob']);
  const over = battleOf(['ann', 'bob'], { phase: 'over', endedAt: 1, endedReason: 'time-over' });
  const next = battleOf(['bob', 'ann'], { battleId: 'next' });
  const three = battleOf(['ann', 'bob', 'cid']);
  const withoutCid = battleOf([], { users: three.users.map((user) => ({ ...user, exited: user.userId === 'cid' })) });
  const bobLeft = battleOf([], {
    users: running.users.map((user) => ({ ...user, exited: user.userId === 'bob' })),
    phase: 'over',
    endedAt: 1,
    endedReason: 'all-member-exit',
  });

  const countdown = battleOf(['ann', 'bob'], { phase: 'countdown' });
  const penalty = battleOf([], { ...over, phase: 'penalty', penaltyEndsAt: 2 });
  const served = battleOf([], { ...penalty, phase: 'over', penaltyEndedReason: 'time-over' });
  const bobCutItShort = battleOf([], { ...served, users: bobLeft.users, penaltyEndedReason: 'cut-short' });

  const extra = battleOf(['ann', 'bob'], { extraTimeStartedAt: 1 });
  const overAfterExtra = battleOf([], { ...over, users: running.users, extraTimeStartedAt: 1 });
  const open = (base: BattleInfo, ...userIds: string[]): BattleInfo => ({ ...base, rematch: { endsAt: 9, userIds } });
  const rematch = battleOf(['ann', 'bob'], { battleId: 'next', startedAt: 1 });
  const longPenalty = battleOf([], { ...penalty, users: running.users, penaltyEndsAt: 2 });

  const cases: [string, BattleInfo | null, BattleInfo | null, string[]][] = [
    ['its countdown begins', null, countdown, ['ann joined', 'bob joined']],
    ['its countdown is over', countdown, running, ['started battle: ann v bob']],
    ['its countdown goes on', countdown, countdown, []],
    ['its countdown is called off', countdown, null, []],
    ['its penalty begins', running, penalty, ['ended battle: time-over', 'penalty of battle']],
    ['its penalty is over', penalty, served, ['penalty ended: time-over']],
    ['its penalty is cut short by the loser', penalty, bobCutItShort, ['bob exited', 'penalty ended: cut-short']],
    [
      'it ran and its penalty was served while nobody looked',
      countdown,
      served,
      ['started battle: ann v bob', 'ended battle: time-over', 'penalty of battle', 'penalty ended: time-over'],
    ],
    ['its extra time begins', running, extra, ['extra time of battle']],
    ['its extra time goes on', extra, extra, []],
    ['its extra time is over', extra, overAfterExtra, ['ended battle: time-over']],
    [
      'its extra time went by while nobody looked',
      running,
      overAfterExtra,
      ['extra time of battle', 'ended battle: time-over'],
    ],
    ['a rematch becomes possible', running, open(over), ['ended battle: time-over']],
    ['one agrees to a rematch', open(over), open(over, 'bob'), ['bob wants a rematch']],
    [
      'one takes it back, the other agrees',
      open(over, 'bob'),
      open(over, 'ann'),
      ['ann wants a rematch', 'bob wants none any more'],
    ],
    ['nothing comes of a rematch', open(over, 'ann'), over, ['no rematch of battle']],
    [
      'a rematch is declined',
      open(over, 'ann'),
      { ...over, rematchDeclinedBy: 'bob' },
      ['bob declines a rematch', 'no rematch of battle'],
    ],
    ['a rematch begins', open(over, 'ann'), rematch, ['ann joined', 'bob joined', 'started next: ann v bob']],
    [
      'a rematch begins in the penalty',
      open(longPenalty, 'ann'),
      rematch,
      ['penalty ended: cut-short', 'ann joined', 'bob joined', 'started next: ann v bob'],
    ],
    [
      'a battle begins after a penalty whose end nobody saw',
      longPenalty,
      next,
      ['penalty ended: time-over', 'bob joined', 'ann joined', 'started next: bob v ann'],
    ],
    [
      'another one starts when nobody saw the end of this one',
      running,
      battleOf(['bob', 'ann'], { battleId: 'next', startedAt: running.endsAt + 1 }),
      ['ended battle: time-over', 'bob joined', 'ann joined', 'started next: bob v ann'],
    ],
    [
      'another one starts when this one cannot have lasted',
      running,
      battleOf(['bob', 'ann'], { battleId: 'next', startedAt: running.endsAt - 1 }),
      ['ended battle: all-member-exit', 'bob joined', 'ann joined', 'started next: bob v ann'],
    ],
    ['it starts', null, running, ['ann joined', 'bob joined', 'started battle: ann v bob']],
    ['its time is over', running, over, ['ended battle: time-over']],
    ['one of three leaves', three, withoutCid, ['cid exited']],
    ['one of two leaves, which is the end', running, bobLeft, ['bob exited', 'ended battle: all-member-exit']],
    ['another one starts', over, next, ['bob joined', 'ann joined', 'started next: bob v ann']],
    ['it started and ended while nobody looked', null, over, []],
    ['it is in its penalty when it comes up', null, longPenalty, ['penalty of battle']],
    ['it is over and stays on the screen', over, over, []],
    ['it goes on', running, running, []],
    ['its result disappears from the screen', over, null, []],
    ['the own host leaves link and battle', three, null, ['ann exited']],
    ['the own host leaves the link in which others fight', battleOf(['bob', 'cid']), null, []],
  ];
  it.each(cases)('%s', (_, before, after, expected) => {
    const change = {
      before: documentOf('ann', { revision: 1, battle: before }),
      after: documentOf('ann', { revision: 2, battle: after }),
    };
    expect(record((events) => emitBattleChanges(events, change))).toEqual(expected);
  });

  it('is an exit of the own host who leaves the link in the countdown', () => {
    const link = linkOf('ann', 'bob', 'cid');
    const before = documentOf('ann', { revision: 1, link, battle: countdown });
    const after = documentOf('ann', { revision: 2 });
    expect(record((events) => emitBattleChanges(events, { before, after }))).toEqual(['ann exited']);
  });

  it('is no news at the first look, and when the live is left', () => {
    const document = documentOf('ann', { battle: running });
    expect(record((events) => emitBattleChanges(events, { before: null, after: document }))).toEqual([]);
    expect(record((events) => emitBattleChanges(events, { before: document, after: null }))).toEqual([]);
  });
});

describe('what became of challenges', () => {
  const sent = (status: BattleRequest['status']): PersonalDocument =>
    personalOf({ battleRequests: [challenge('ann', 'bob', { status })] });
  const got = (status: BattleRequest['status']): PersonalDocument =>
    personalOf({ battleRequests: [challenge('bob', 'ann', { status })] });
  const none = personalOf();

  const cases: [string, PersonalDocument | null, PersonalDocument | null, string[]][] = [
    ['received', none, got('pending'), ['received: bob to ann']],
    ['received before the page was opened', null, got('pending'), ['received: bob to ann']],
    ['sent', none, sent('pending'), []],
    ['accepted by the other', sent('pending'), sent('accepted'), ['accepted: ann to bob', 'bob joined']],
    ['agreed on without a challenge, as a rematch', none, sent('accepted'), []],
    ['rejected by the other', sent('pending'), sent('rejected'), ['rejected: ann to bob']],
    ['accepted here', got('pending'), got('accepted'), ['ann joined']],
    ['rejected here', got('pending'), got('rejected'), []],
    ['timed out, told to the inviter', sent('pending'), sent('timeout'), ['timeout: ann to bob']],
    ['timed out, told to the invitee', got('pending'), got('timeout'), ['timeout: bob to ann']],
    ['cancelled, told to the inviter', sent('pending'), sent('cancelled'), ['cancelled: ann to bob']],
    ['cancelled, told to the invitee', got('pending'), got('cancelled'), ['cancelled: bob to ann']],
    ['cancelled after it was accepted', got('accepted'), got('cancelled'), ['cancelled: bob to ann']],
    ['gone with the link', got('pending'), none, ['cancelled: bob to ann']],
    ['gone with the link after it was accepted', got('accepted'), none, []],
    ['settled before the page was opened', null, sent('rejected'), []],
    [
      'replaced by the next one',
      got('rejected'),
      personalOf({ battleRequests: [challenge('bob', 'ann', { battleId: 'next' })] }),
      ['received: bob to ann'],
    ],
  ];
  it.each(cases)('%s', (_, before, after, expected) => {
    expect(
      record((events) => emitBattleRequestChanges(events, { before, after }, 'ann_live', new ToldBattles())),
    ).toEqual(expected);
  });

  it('is told for each of several challenged hosts', () => {
    const before = personalOf({ battleRequests: [challenge('ann', 'bob'), challenge('ann', 'cid')] });
    const after = personalOf({
      battleRequests: [
        challenge('ann', 'bob', { status: 'rejected' }),
        challenge('ann', 'cid', { status: 'accepted' }),
      ],
    });
    const heard = record((events) =>
      emitBattleRequestChanges(events, { before, after }, 'ann_live', new ToldBattles()),
    );
    expect(heard).toEqual(['rejected: ann to bob', 'accepted: ann to cid', 'cid joined']);
  });
});
