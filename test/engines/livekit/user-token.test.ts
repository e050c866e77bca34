import { describe, expect, it } from 'vitest';
import { expiryOf, UserToken } from '../../../src/engines/livekit/server/user-token.js';

const jwt = (payload: object): string => `h.${Buffer.from(JSON.stringify(payload)).toString('base64url')}.s`;

describe('UserToken', () => {
  it('is fetched once and kept while it is good', async () => {
    let fetched = 0;
    const now = 1_000_000;
    const token = new UserToken(
      () => jwt({ exp: 2000, jti: ++fetched }),
      () => now,
    );
    const [first, second] = await Promise.all([token.get(), token.get()]);
    expect(first).toBe(second);
    expect(fetched).toBe(1);
  });

  it('is fetched anew half a minute before it runs out', async () => {
    let fetched = 0;
    let now = 0;
    const token = new UserToken(
      async () => jwt({ exp: now / 1000 + 600, jti: ++fetched }),
      () => now,
    );
    await token.get();
    now = 569_999;
    await token.get();
    expect(fetched).toBe(1);
    now = 570_000;
    await token.get();
    expect(fetched).toBe(2);
  });

  it('is not fetched for every call on a machine whose clock is wrong', async () => {
    let fetched = 0;
    const token = new UserToken(
      () => jwt({ exp: 10, jti: ++fetched }),
      () => 5_000_000,
    );
    await token.get();
    await token.get();
    expect(fetched).toBe(1);
  });

  it('is fetched again after a failure and after having been refused', async () => {
    let fetched = 0;
    const token = new UserToken(() => {
      if (++fetched === 1) throw new Error('the backend is restarting');
      return 'opaque';
    });
    await expect(token.get()).rejects.toThrow('restarting');
    expect(await token.get()).toBe('opaque');
    expect(token.refuse('opaque')).toBe(true);
    await token.get();
    expect(fetched).toBe(3);
  });

  it('that several answers refuse is fetched again once', async () => {
    let fetched = 0;
    const token = new UserToken(() => `token ${++fetched}`);
    const first = await token.get();
    expect([token.refuse(first), token.refuse(first)]).toEqual([true, true]);
    const second = await token.get();
    // An answer to a request that was sent before.
    expect(token.refuse(first)).toBe(true);
    expect(await token.get()).toBe(second);
    expect(fetched).toBe(2);
  });

  it('that is given as a string cannot be renewed', async () => {
    const token = new UserToken('given');
    expect(token.refuse('given')).toBe(false);
    expect(await token.get()).toBe('given');
  });
});

describe('expiryOf', () => {
  it('reads base64url with letters beyond ASCII', () => {
    expect(expiryOf(jwt({ exp: 12, name: 'ÿ?>Ω' }))).toBe(12_000);
  });

  it.each(['', 'opaque', 'a.b.c', jwt({ exp: 'soon' })])('is unknown for %j', (token) => {
    expect(expiryOf(token)).toBeNull();
  });
});
