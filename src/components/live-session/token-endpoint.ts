import { LiveError, LiveErrorCode } from '../../core/index.js';

/**
 * Fetches a user token from the page's own backend, which answers JSON with a `token`.
 * @throws LiveError `unreachable`, `unauthenticated`.
 */
export async function fetchToken(url: string): Promise<string> {
  const response = await fetch(url, { credentials: 'same-origin', headers: { accept: 'application/json' } }).catch(
    (cause: unknown) => {
      throw new LiveError(LiveErrorCode.unreachable, 'the token endpoint does not answer', { cause });
    },
  );
  const body: unknown = response.ok ? await response.json().catch(() => null) : null;
  if (typeof body === 'object' && body !== null && 'token' in body && typeof body.token === 'string') {
    return body.token;
  }
  // A 5xx status is a fault of the backend. It says nothing about the user.
  const code = response.status >= 500 ? LiveErrorCode.unreachable : LiveErrorCode.unauthenticated;
  throw new LiveError(code, `the token endpoint gave no token (status ${response.status})`);
}
