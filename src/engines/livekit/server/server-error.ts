import { LiveError, LiveErrorCode } from '../../../core/index.js';
import type { ErrorReply } from '../../../protocol/index.js';

const knownCodes = new Set<number>(Object.values(LiveErrorCode));

/** Reads the server's error. A reply in another form comes from a proxy in between; its status decides the code. */
export async function toServerError(response: Response): Promise<LiveError> {
  const reply: unknown = await response.json().catch(() => null);
  if (isErrorReply(reply)) return new LiveError(reply.code, reply.message);
  const message = `the battle server answered with status ${response.status}`;
  if (response.status === 401) return new LiveError(LiveErrorCode.unauthenticated, message);
  return new LiveError(response.status >= 500 ? LiveErrorCode.unreachable : LiveErrorCode.internal, message);
}

function isErrorReply(value: unknown): value is ErrorReply & { code: LiveErrorCode } {
  if (typeof value !== 'object' || value === null) return false;
  const { code, message } = value as Partial<ErrorReply>;
  return typeof code === 'number' && knownCodes.has(code) && typeof message === 'string';
}
