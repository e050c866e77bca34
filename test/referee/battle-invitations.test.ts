import { describe, expect, it } from 'vitest';
import { LiveErrorCode, type BattleConfig } from '../../src/core/index.js';
import { Court, codeOf, liveOf } from './court.js';

async function invite(court: Court, from: string, to: string, battle: Partial<BattleConfig>): Promise<void> {
  await court.host(from, { type: 'request-host-connection', targetLiveIds: [liveOf(to)], battle });
}

async function accept(court: Court, from: string, to: string): Promise<void> {
  await court.host(to, { type: 'accept-host-connection', fromLiveId: liveOf(from) });
}

describe('an invitation that carries a battle', () => {
  it('shows it, complete with the defaults, and starts it with the acceptance', async () => {
    const court = await Court.withLives('ann', 'bob');
    await invite(court, 'ann', 'bob', { duration: 90, needResponse: true, extensionInfo: 'rematch' });
    const phases = { duration: 90, countdown: 0, penalty: 0, extraTime: 0, rematchWindow: 60 };
    const expected = { ...phases, needResponse: false, multipliers: [], teams: null, extensionInfo: 'rematch' };
    for (const userId of ['ann', 'bob']) expect(court.personal(userId).coHostRequests[0]?.battle).toEqual(expected);
    await accept(court, 'ann', 'bob');
    for (const userId of ['ann', 'bob']) {
      expect(court.linked(userId)).toEqual(['ann', 'bob']);
      expect(court.document(userId).battle).toMatchObject({
        phase: 'running',
        inviter: { userId: 'ann' },
        config: expected,
        users: [{ userId: 'ann' }, { userId: 'bob' }],
      });
    }
  });

  it('starts it in the same decision: nobody ever sees the link without it', async () => {
    const court = await Court.withLives('ann', 'bob');
    await invite(court, 'ann', 'bob', { countdown: 3 });
    await accept(court, 'ann', 'bob');
    const linked = court.published.flatMap((message) =>
      message.topic === 'document' && message.document.link ? [message.document.battle?.phase] : [],
    );
    expect(new Set(linked)).toEqual(new Set(['countdown']));
  });

  it('says nothing of a battle when it carries none', async () => {
    const court = await Court.withLives('ann', 'bob');
    await court.link('ann', 'bob');
    expect(court.personal('bob').coHostRequests[0]?.battle).toBeNull();
    expect(court.document('ann').battle).toBeNull();
  });

  it('starts none when it is rejected', async () => {
    const court = await Court.withLives('ann', 'bob');
    await invite(court, 'ann', 'bob', {});
    await court.host('bob', { type: 'reject-host-connection', fromLiveId: liveOf('ann') });
    expect(court.document('ann')).toMatchObject({ link: null, battle: null });
  });

  it('into a link is a battle of these two alone', async () => {
    const court = await Court.withLink('ann', 'bob');
    await court.live('cid');
    await invite(court, 'ann', 'cid', {});
    await accept(court, 'ann', 'cid');
    expect(court.document('bob').battle?.users.map(({ userId }) => userId)).toEqual(['ann', 'cid']);
  });

  const busy: [string, (court: Court) => Promise<unknown>][] = [
    ['runs', (court) => court.battle(60, 'ann', 'bob')],
    ['is asked for', (court) => court.challenge('ann', 'bob')],
  ];
  it.each(busy)('only joins the link where a battle %s', async (_, prepare) => {
    const court = await Court.withLink('ann', 'bob');
    await court.live('cid');
    await prepare(court);
    await invite(court, 'ann', 'cid', {});
    const { battle } = court.document('bob');
    await accept(court, 'ann', 'cid');
    expect(court.linked('cid')).toEqual(['ann', 'bob', 'cid']);
    expect(court.document('bob').battle).toEqual(battle);
    expect(court.document('cid').battle).toEqual(battle);
  });

  it('starts one battle, whoever of several accepts first', async () => {
    const court = await Court.withLives('ann', 'bob', 'cid');
    for (const userId of ['bob', 'cid']) await invite(court, 'ann', userId, {});
    await accept(court, 'ann', 'cid');
    await accept(court, 'ann', 'bob');
    expect(court.document('bob').battle?.users.map(({ userId }) => userId)).toEqual(['ann', 'cid']);
  });

  it('is refused with a battle that cannot be', async () => {
    const court = await Court.withLives('ann', 'bob');
    expect(await codeOf(invite(court, 'ann', 'bob', { duration: 3601 }))).toBe(LiveErrorCode.invalidParameter);
    expect(await codeOf(invite(court, 'ann', 'bob', { penalty: -1 }))).toBe(LiveErrorCode.invalidParameter);
  });
});
