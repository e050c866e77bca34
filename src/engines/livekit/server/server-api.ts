import { LiveError, LiveErrorCode, type LivePage, type User } from '../../../core/index.js';
import type {
  UserCommandOf,
  UserCommandType,
  JoinReply,
  LiveReply,
  ReplyTo,
  RoomAccess,
} from '../../../protocol/index.js';
import { toServerError } from './server-error.js';
import type { UserToken } from './user-token.js';

const requestTimeoutMs = 10_000;

/**
 * The battle server's HTTP interface.
 * @throws LiveError from every method: the server's code, or `unreachable`, `unauthenticated` or `internal`.
 */
export class ServerApi {
  readonly #root: string;

  /** @param serverUrl Address of the battle server; empty for the page's own origin. */
  constructor(
    serverUrl: string,
    private readonly token: UserToken,
  ) {
    this.#root = `${serverUrl.replace(/\/+$/, '')}/v1`;
  }

  /** The referee's clock, epoch milliseconds. */
  async time(): Promise<number> {
    // Open to anybody, so it waits for no token. Without one, no browser asks for permission first (CORS preflight).
    const { now } = await read<{ now: number }>(await this.#send('GET', '/time'));
    return now;
  }

  me(): Promise<User> {
    return this.#call('GET', '/me');
  }

  lives({ cursor, count }: { cursor: string; count: number }): Promise<LivePage> {
    const query = new URLSearchParams({ cursor, count: String(count) });
    return this.#call('GET', `/lives?${query.toString()}`);
  }

  live(liveId: string): Promise<LiveReply> {
    return this.#call('GET', `/lives/${encodeURIComponent(liveId)}`);
  }

  execute<T extends UserCommandType>(command: UserCommandOf<T>): Promise<ReplyTo<T>> {
    return this.#call('POST', '/commands', command);
  }

  join(liveId: string): Promise<JoinReply> {
    return this.#call('POST', `/lives/${encodeURIComponent(liveId)}/join`, {});
  }

  /** Access to the LiveKit room of a live that is linked with `liveId`. */
  linkedRoom(liveId: string, toLiveId: string): Promise<RoomAccess> {
    return this.#call('POST', `/lives/${encodeURIComponent(liveId)}/links/${encodeURIComponent(toLiveId)}`, {});
  }

  async #call<T>(method: string, path: string, body?: object): Promise<T> {
    const token = await this.#token();
    const response = await this.#send(method, path, token, body);
    // The server may refuse a token before its expiry, for instance after a change of keys.
    const isRefused = response.status === 401 && this.token.refuse(token);
    return await read(isRefused ? await this.#send(method, path, await this.#token(), body) : response);
  }

  async #send(method: string, path: string, token?: string, body?: object): Promise<Response> {
    try {
      return await fetch(this.#root + path, {
        method,
        headers: {
          ...(token !== undefined && { authorization: `Bearer ${token}` }),
          ...(body && { 'content-type': 'application/json' }),
        },
        signal: AbortSignal.timeout(requestTimeoutMs),
        ...(body && { body: JSON.stringify(body) }),
      });
    } catch (cause) {
      throw new LiveError(LiveErrorCode.unreachable, 'the battle server could not be reached', { cause });
    }
  }

  async #token(): Promise<string> {
    try {
      return await this.token.get();
    } catch (cause) {
      if (cause instanceof LiveError) throw cause;
      // A `fetch` without a network throws a TypeError.
      const code = cause instanceof TypeError ? LiveErrorCode.unreachable : LiveErrorCode.unauthenticated;
      throw new LiveError(code, 'no user token could be fetched', { cause });
    }
  }
}

/** The value that the server answered with. @throws LiveError: the server's error, or `unreachable`. */
async function read<T>(response: Response): Promise<T> {
  if (!response.ok) throw await toServerError(response);
  try {
    return (await response.json()) as T;
  } catch (cause) {
    throw new LiveError(LiveErrorCode.unreachable, 'the battle server broke off its answer', { cause });
  }
}
