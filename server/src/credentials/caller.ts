import type { TokenVerifier } from 'livekit-server-sdk';
import { isUserId, LiveError, LiveErrorCode, type User } from 'live-battles/core';
import { userShape } from 'live-battles/protocol';

/** The caller of a request, by its token. */
export type Caller =
  | { kind: 'user'; user: User }
  /** The app's backend; `liveId` names the one live it may act for, null means all. */
  | { kind: 'backend'; liveId: string | null };

type Claims = Awaited<ReturnType<TokenVerifier['verify']>>;

/** Reads the caller from the Authorization header. @throws LiveError `unauthenticated`. */
export async function readCaller(verifier: TokenVerifier, authorization: string | undefined): Promise<Caller> {
  const [, token] = /^Bearer +(\S+)$/i.exec(authorization ?? '') ?? [];
  if (token === undefined) refuse('send a LiveKit token as "Authorization: Bearer …"');
  const claims = await verifier.verify(token).catch(() => refuse('the token is not valid, or has run out'));
  return callerOf(claims);
}

function callerOf({ sub, name, attributes, video, sha256 }: Claims): Caller {
  const { roomJoin, roomAdmin, room } = video ?? {};
  if (roomJoin) refuse('this is a room token, good for LiveKit alone; send the user token');
  if (roomAdmin) return { kind: 'backend', liveId: room === undefined || room === '' ? null : room };
  // LiveKit signs its webhooks with the same key.
  if (sha256 !== undefined) refuse('this is the signature of a webhook');
  if (room !== undefined || Object.values(video ?? {}).includes(true)) {
    refuse('a user token names no room and grants nothing');
  }
  if (!isUserId(sub)) refuse("the token's identity must be 1–64 of A-Z a-z 0-9 _ . : -");
  // The shape cuts the name to its longest length.
  const said = { userId: sub, userName: name, avatarUrl: attributes?.avatarUrl };
  return { kind: 'user', user: userShape.read('the token', said) };
}

function refuse(message: string): never {
  throw new LiveError(LiveErrorCode.unauthenticated, message);
}
