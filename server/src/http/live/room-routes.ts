import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from '@sinclair/typebox';
import { LiveError, LiveErrorCode, type User } from 'live-battles/core';
import {
  linkedIdentity,
  roomPublishers,
  type JoinReply,
  type LiveDocument,
  type RoomPublisher,
} from 'live-battles/protocol';
import type { LiveView, Referee } from 'live-battles/referee';
import type { RoomTokens } from '../../credentials/room-tokens.js';
import type { Audiences } from '../../livekit/audience/audiences.js';
import type { LiveSnapshot, ReadLiveSnapshot } from '../../livekit/live-snapshot.js';
import type { LiveRooms } from '../../livekit/live-rooms.js';
import type { StagePresence } from '../../livekit/stage-presence.js';
import { security, userOf, type Access } from '../access.js';
import { JoinReplySchema, RoomAccessSchema } from './document-schema.js';
import { failures } from '../schema/error.js';
import { LiveId, strict } from '../schema/values.js';

export interface RoomRoutesOptions {
  referee: Referee;
  readLive: ReadLiveSnapshot;
  rooms: LiveRooms;
  presence: StagePresence;
  audiences: Audiences;
  tokens: RoomTokens;
  /** Where browsers reach LiveKit. */
  publicUrl: string;
}

/** The routes that give access to LiveKit's rooms. */
export function roomRoutes(options: RoomRoutesOptions, access: Access): FastifyPluginAsyncTypebox {
  const { referee, readLive, rooms, presence, audiences, tokens, publicUrl: url } = options;

  const runningLive = async (liveId: string): Promise<LiveSnapshot> => {
    const live = await readLive(liveId);
    if (live?.document.live.endedAt === null) return live;
    throw noSuchLive(liveId);
  };
  const liveOpenTo = async (user: User, liveId: string): Promise<LiveView> => {
    const view = await referee.view(liveId, user.userId);
    if (view?.document.live.endedAt === null) return view;
    throw noSuchLive(liveId);
  };
  /** Makes the room if LiveKit has forgotten it in a restart. @throws LiveError `unreachable`. */
  const openRoom = async (document: LiveDocument): Promise<void> => {
    await rooms.ensure(document).catch((cause: unknown) => {
      throw new LiveError(LiveErrorCode.unreachable, 'LiveKit does not answer; try again in a moment', { cause });
    });
  };
  const admit = async (user: User, document: LiveDocument): Promise<Pick<JoinReply, 'role' | 'token'>> => {
    const { liveId, liveOwner } = document.live;
    const seat = publisherIn(document, user.userId);
    const isOwner = liveOwner.userId === user.userId;
    if (!seat && !isOwner) return { role: 'audience', token: await tokens.audience(user, liveId) };
    presence.expect(liveId, user.userId);
    if (isOwner) return { role: 'host', token: await tokens.host(user, liveId) };
    return { role: 'guest', token: await tokens.guest(user, liveId, seat?.devices ?? []) };
  };

  return async (app) => {
    app.post(
      '/lives/:liveId/join',
      {
        onRequest: access.user,
        schema: {
          summary: 'A way into a live: as host for its owner, as guest from a seat, as audience for anybody else',
          security,
          params: Type.Object({ liveId: LiveId }, strict),
          response: { 200: JoinReplySchema, ...failures },
        },
      },
      async (request): Promise<JoinReply> => {
        const user = userOf(request);
        const { liveId } = request.params;
        const { document } = await liveOpenTo(user, liveId);
        await openRoom(document);
        await audiences.open(document).catch(() => undefined);
        // Read again: LiveKit may have taken seconds, in which the user took a seat or was kicked.
        const { document: current, personal } = await liveOpenTo(user, liveId);
        const audience = audiences.of(current);
        return { url, user, ...(await admit(user, current)), document: current, personal, audience };
      },
    );

    app.post(
      '/lives/:liveId/links/:toLiveId',
      {
        onRequest: access.user,
        schema: {
          summary: 'A way into the room of a linked live, for whoever has a seat in the first to appear there',
          security,
          params: Type.Object({ liveId: LiveId, toLiveId: LiveId }, strict),
          response: { 200: RoomAccessSchema, ...failures },
        },
      },
      async (request) => {
        const user = userOf(request);
        const { liveId, toLiveId } = request.params;
        const { document } = await runningLive(liveId);
        if (document.live.liveOwner.userId !== user.userId && !publisherIn(document, user.userId)) {
          throw new LiveError(LiveErrorCode.noPermission, `you have no seat in live "${liveId}"`);
        }
        const isLinked = document.link?.members.some((member) => member.liveId === toLiveId) ?? false;
        if (!isLinked || liveId === toLiveId) {
          throw new LiveError(LiveErrorCode.requestNotFound, `live "${liveId}" is not connected with "${toLiveId}"`);
        }
        const target = (await runningLive(toLiveId)).document;
        const there = publisherIn(target, linkedIdentity(user.userId, liveId));
        if (!there) throw new LiveError(LiveErrorCode.noPermission, `live "${toLiveId}" does not show you`);
        await openRoom(target);
        return { url, token: await tokens.linked(user, liveId, toLiveId, there.devices) };
      },
    );
  };
}

function publisherIn(document: LiveDocument, identity: string): RoomPublisher | undefined {
  return roomPublishers(document).find((publisher) => publisher.identity === identity);
}

function noSuchLive(liveId: string): LiveError {
  return new LiveError(LiveErrorCode.liveNotFound, `there is no live "${liveId}"`);
}
