import type { FastifyRequest, onRequestAsyncHookHandler } from 'fastify';
import type { TokenVerifier } from 'livekit-server-sdk';
import { LiveError, LiveErrorCode, type User } from 'live-battles/core';
import { readCaller, type Caller } from '../credentials/caller.js';

declare module 'fastify' {
  interface FastifyRequest {
    /** Set on every route that asks for a token. */
    caller: Caller | null;
  }
}

/** OpenAPI's name for "a LiveKit token in the Authorization header". */
export const security = [{ token: [] }];

/** Hooks that let only certain callers in; they run before the body is read. */
export interface Access {
  user: onRequestAsyncHookHandler;
  backend: onRequestAsyncHookHandler;
  anybody: onRequestAsyncHookHandler;
}

export function accessWith(verifier: TokenVerifier): Access {
  const only =
    (...kinds: Caller['kind'][]): onRequestAsyncHookHandler =>
    async (request) => {
      const caller = await readCaller(verifier, request.headers.authorization);
      if (!kinds.includes(caller.kind)) refuse(`a ${caller.kind} token does not allow this`);
      request.caller = caller;
    };
  return { user: only('user'), backend: only('backend'), anybody: only('user', 'backend') };
}

/** The user who makes the request, on a route for users. */
export function userOf({ caller }: FastifyRequest): User {
  if (caller?.kind === 'user') return caller.user;
  throw new Error('the route lets others than users in');
}

/** The id of the user who makes the request, on a route for users and backends. Null for a backend. */
export function userIdOf({ caller }: FastifyRequest): string | null {
  return caller?.kind === 'user' ? caller.user.userId : null;
}

/**
 * Users pass. A backend whose token is for one live passes only if that live is among these.
 * @throws LiveError `noPermission`.
 */
export function checkMayActFor({ caller }: FastifyRequest, liveIds: readonly string[]): void {
  if (caller?.kind !== 'backend' || caller.liveId === null || liveIds.includes(caller.liveId)) return;
  refuse(`this token is for live "${caller.liveId}" alone`);
}

/**
 * A backend whose token is for one live passes only if these name no other live, because the other hosts are not asked.
 * @throws LiveError `noPermission`.
 */
export function checkMayActForAll({ caller }: FastifyRequest, liveIds: readonly string[]): void {
  if (caller?.kind !== 'backend' || caller.liveId === null) return;
  if (liveIds.some((liveId) => liveId !== caller.liveId)) refuse(`this token is for live "${caller.liveId}" alone`);
}

function refuse(message: string): never {
  throw new LiveError(LiveErrorCode.noPermission, message);
}
