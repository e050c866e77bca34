import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { BattleInfo, ScoreBoard } from '../../src/core/index.js';
import type { UserCommand } from '../../src/protocol/index.js';
import { ServerProcess } from './support/server-process.js';
import { backendToken, userToken } from './support/tokens.js';

let folder: string;
const processes: ServerProcess[] = [];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'server-'));
});
afterEach(async () => {
  for (const one of processes.splice(0)) await one.end('SIGKILL');
  rmSync(folder, { recursive: true });
});

function start(env: Record<string, string | undefined> = {}, ...args: string[]): ServerProcess {
  const started = new ServerProcess({ DATABASE: join(folder, 'battles.sqlite'), ...env }, ...args);
  processes.push(started);
  return started;
}

async function call<T>(url: string, token: string, body?: object): Promise<T> {
  const headers = { authorization: `Bearer ${token}`, ...(body && { 'content-type': 'application/json' }) };
  const response = await fetch(url, body ? { method: 'POST', headers, body: JSON.stringify(body) } : { headers });
  const reply = (await response.json()) as T;
  if (!response.ok) throw new Error(`${url}: ${JSON.stringify(reply)}`);
  return reply;
}

interface BattleView {
  phase: string;
  battle: BattleInfo;
  board: ScoreBoard;
}

describe('a server that is killed in the middle of a battle', () => {
  it('has every acknowledged score again, counts none twice, and ends the battle on time', async () => {
    let url = await start().address();
    const command = async (userId: string, body: UserCommand) =>
      await call<{ battleId: string }>(`${url}/v1/commands`, await userToken(userId), body);
    await command('ann', { type: 'create-live', liveId: 'ann_live' });
    await command('bob', { type: 'create-live', liveId: 'bob_live' });
    await command('ann', { type: 'request-host-connection', liveId: 'ann_live', targetLiveIds: ['bob_live'] });
    await command('bob', { type: 'accept-host-connection', liveId: 'bob_live', fromLiveId: 'ann_live' });
    const config = { duration: 25, needResponse: false };
    const { battleId } = await command('ann', { type: 'request-battle', liveId: 'ann_live', userIds: ['bob'], config });

    const token = await backendToken();
    const sent: string[] = [];
    const acknowledged: string[] = [];
    const score = async (eventId: string): Promise<boolean> => {
      const entries = [{ eventId, userId: 'ann', points: 1 }];
      const { results } = await call<{ results: { status: string }[] }>(`${url}/v1/battles/${battleId}/scores`, token, {
        entries,
      });
      return results[0]?.status === 'counted';
    };
    const giver = async (name: string): Promise<void> => {
      for (let i = 0; ; i++) {
        const eventId = `${name}-${i}`;
        sent.push(eventId);
        if (await score(eventId)) acknowledged.push(eventId);
      }
    };
    const givers = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'].map((name) => giver(name).catch(() => undefined));
    while (acknowledged.length < 500) await new Promise((resolve) => setTimeout(resolve, 1));
    await processes[0]?.end('SIGKILL');
    await Promise.all(givers);

    url = await start().address();
    const view = async (): Promise<BattleView> => await call<BattleView>(`${url}/v1/battles/${battleId}`, token);
    const afterRestart = await view();
    expect(afterRestart.phase).toBe('running');
    expect(afterRestart.board.totals.ann).toBeGreaterThanOrEqual(acknowledged.length);
    expect(afterRestart.board.totals.ann).toBeLessThanOrEqual(sent.length);
    for (const eventId of acknowledged.slice(-50)) expect(await score(eventId)).toBe(false);
    const lost = sent.filter((eventId) => !acknowledged.includes(eventId));
    expect(lost.length).toBeGreaterThan(0);
    for (const eventId of lost) await score(eventId);
    expect((await view()).board.totals).toEqual({ ann: sent.length, bob: 0 });

    const { endsAt } = afterRestart.battle;
    await new Promise((resolve) => setTimeout(resolve, endsAt - Date.now() + 250));
    const { phase, battle } = await view();
    expect({ phase, endedAt: battle.endedAt, reason: battle.endedReason }).toEqual({
      phase: 'over',
      endedAt: endsAt,
      reason: 'time-over',
    });
    expect(battle.result?.standings[0]).toEqual({
      userId: 'ann',
      score: sent.length,
      rank: 1,
      outcome: 'win',
      winStreak: 1,
    });
  }, 60_000);
});

describe('the command line', { timeout: 30_000 }, () => {
  it.each(['SIGTERM', 'SIGINT'] as const)('stops cleanly on %s, open connections or not', async (signal) => {
    const server = start();
    const address = await server.address();
    expect((await fetch(`${address}/healthz`)).ok).toBe(true);
    expect(await server.end(signal)).toBe(0);
    await expect(fetch(`${address}/healthz`)).rejects.toThrow();
  });

  it('says loudly that development tokens are for development', async () => {
    const server = start({}, '--dev');
    await server.address();
    expect(server.output).toContain('DEVELOPMENT MODE');
    const ordinary = start({ DATABASE: join(folder, 'other.sqlite') });
    await ordinary.address();
    expect(ordinary.output).not.toContain('DEVELOPMENT');
  });

  it('ends with one line when its port is taken', async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const address = other.address();
    const port = typeof address === 'object' ? String(address?.port) : '';
    const server = start({ PORT: port });
    expect(await server.exited()).toBe(1);
    expect(server.output.trim().split('\n')).toHaveLength(1);
    expect(server.output).toContain(`${port}: something listens there already`);
    other.close();
  });

  it('ends with one line when a setting is missing', async () => {
    const server = start({ LIVEKIT_API_KEY: '' });
    expect(await server.exited()).toBe(1);
    expect(server.output.trim()).toBe('LIVEKIT_API_KEY and LIVEKIT_API_SECRET must be set');
  });
});
