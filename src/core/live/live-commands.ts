import { limits } from '../limits.js';
import { SeatLayoutTemplate } from '../seat/seat.js';
import { command, reply } from '../shape/command.js';
import { described, list, optional, texts, withDefault } from '../shape/compose.js';
import { liveId, text, url, userId } from '../shape/texts.js';
import { flag, oneOf, whole } from '../shape/values.js';
import type { LiveInfo, LiveStatistics } from './live.js';

const appNumber = whole(0, Number.MAX_SAFE_INTEGER);

export const takeSeatMode = described(
  'free: whoever wants a seat takes it; apply: the host decides',
  oneOf(['free', 'apply']),
);
export const seatLayoutTemplate = oneOf(Object.values(SeatLayoutTemplate));

const liveName = text({ max: limits.liveNameBytes, cut: 'bytes' });
const notice = text({ max: limits.noticeLength, cut: 'units' });
const pictureUrl = url(limits.coverUrlLength);
const categoryList = list(appNumber, { max: limits.liveCategories });

export interface KickedUsersReply {
  /** In the order in which they were put out. */
  userIds: readonly string[];
}

const ofUser = { liveId, userId };

/** Commands that create, change and end a live and decide who may be in it. */
export const liveCommands = {
  'create-live': command(
    'Begins a live',
    {
      liveId,
      liveName: optional(described("Default: the host's name", liveName)),
      notice: withDefault(notice, ''),
      coverUrl: withDefault(pictureUrl, ''),
      backgroundUrl: withDefault(pictureUrl, ''),
      categoryList: withDefault(categoryList, []),
      activityStatus: withDefault(appNumber, 0),
      isPublicVisible: withDefault(flag, true),
      isSeatEnabled: withDefault(flag, true),
      keepOwnerOnSeat: withDefault(flag, true),
      maxSeatCount: withDefault(described('Seats of a voice live', whole(1, limits.voiceSeatsMax)), limits.voiceSeats),
      seatMode: withDefault(takeSeatMode, 'apply'),
      seatLayoutTemplate: withDefault(seatLayoutTemplate, SeatLayoutTemplate.videoDynamicGrid9Seats),
    },
    reply<LiveInfo>(),
  ),
  'end-live': command('Ends a live', { liveId }, reply<LiveStatistics>()),
  'update-live': command('Changes what is named, and nothing else', {
    liveId,
    liveName: optional(liveName),
    notice: optional(notice),
    coverUrl: optional(pictureUrl),
    backgroundUrl: optional(pictureUrl),
    categoryList: optional(categoryList),
    activityStatus: optional(appNumber),
    isPublicVisible: optional(flag),
    seatMode: optional(takeSeatMode),
    seatLayoutTemplate: optional(seatLayoutTemplate),
  }),
  'update-live-metadata': command('Sets keys of the metadata; an empty value takes a key away', {
    liveId,
    metaData: texts,
  }),
  'set-administrator': command('Makes a user an administrator', ofUser),
  'revoke-administrator': command('Makes an administrator a user like others', ofUser),
  'kick-user': command('Puts a user out of the live until they are let in again', ofUser),
  'readmit-user': command('Lets somebody who was put out come back', ofUser),
  'list-kicked-users': command('Who may not come in', { liveId }, reply<KickedUsersReply>()),
};
