import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from '@sinclair/typebox';
import { LiveError, LiveErrorCode, type JoinReply, type LiveDocument } from '../../../../src/core/vocabulary.js';
import type { LiveView, Referee } from '../../../../src/referee/index.js';
import type { RoomTokens } from '../../credentials/room-tokens.js';
import type { HostPresence } from '../../livekit/host-presence.js';
import type { LiveRooms } from '../../livekit/live-rooms.js';
import { security, userOf, type Access } from '../access.js';
import { JoinReplySchema, RoomAccessSchema } from '../schema/documents.js';
import { failures } from '../schema/error.js';
import { LiveId, strict } from '../schema/values.js';

export interface RoomRoutesOptions {
  referee: Referee;
  rooms: LiveRooms;
  presence: HostPresence;
  tokens: RoomTokens;
  /** Where browsers reach LiveKit. */
  publicUrl: string;
}

/** Ways into LiveKit's rooms. */
export function roomRoutes(options: RoomRoutesOptions, access: Access): FastifyPluginAsyncTypebox {
  const { referee, rooms, presence, tokens, publicUrl: url } = options;

  const runningLive = async (liveId: string, userId = ''): Promise<LiveView> => {
    const view = await referee.view(liveId, userId);
    if (view?.document.live.endedAt === null) return view;
    throw new LiveError(LiveErrorCode.liveNotFound, `there is no live "${liveId}"`);
  };
  /** LiveKit may have been restarted and have forgotten the room. */
  const openRoom = async (document: LiveDocument): Promise<void> => {
    await rooms.ensure(document).catch((cause: unknown) => {
      throw new LiveError(LiveErrorCode.unreachable, 'LiveKit does not answer; try again in a moment', { cause });
    });
  };

  return async (app) => {
    app.post(
      '/lives/:liveId/join',
      {
        onRequest: access.user,
        schema: {
          summary: 'A way into a live: as host for its owner, as audience for anybody else',
          security,
          params: Type.Object({ liveId: LiveId }, strict),
          response: { 200: JoinReplySchema, ...failures },
        },
      },
      async (request): Promise<JoinReply> => {
        const user = userOf(request);
        const { liveId } = request.params;
        const { document, personal } = await runningLive(liveId, user.userId);
        await openRoom(document);
        if (document.live.liveOwner.userId !== user.userId) {
          return { url, token: await tokens.audience(user, liveId), user, role: 'audience', document, personal };
        }
        presence.expect(liveId);
        return { url, token: await tokens.host(user, liveId), user, role: 'host', document, personal };
      },
    );

    app.post(
      '/lives/:liveId/links/:toLiveId',
      {
        onRequest: access.user,
        schema: {
          summary: 'A way into the room of a linked live, for the owner of the first to appear there',
          security,
          params: Type.Object({ liveId: LiveId, toLiveId: LiveId }, strict),
          response: { 200: RoomAccessSchema, ...failures },
        },
      },
      async (request) => {
        const user = userOf(request);
        const { liveId, toLiveId } = request.params;
        const { document } = await runningLive(liveId);
        if (document.live.liveOwner.userId !== user.userId) {
          throw new LiveError(LiveErrorCode.noPermission, `live "${liveId}" belongs to another host`);
        }
        const isLinked = document.link?.members.some((member) => member.liveId === toLiveId) ?? false;
        if (!isLinked || liveId === toLiveId) {
          throw new LiveError(LiveErrorCode.requestNotFound, `live "${liveId}" is not connected with "${toLiveId}"`);
        }
        await openRoom((await runningLive(toLiveId)).document);
        return { url, token: await tokens.linkedHost(user, liveId, toLiveId) };
      },
    );
  };
}
