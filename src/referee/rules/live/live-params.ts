import {
  isSeatLayoutTemplate,
  isVoiceTemplate,
  limits,
  SeatLayoutTemplate,
  type CreateLiveParams,
  type LiveInfo,
  type LiveInfoChange,
  type TakeSeatMode,
  type User,
} from '../../../core/vocabulary.js';
import { seatCount } from '../seat/seat-plan.js';
import { flag, invalid, text, utf8Bytes, wholeNumber } from '../validate.js';

/** A live that begins. @throws LiveError `invalidParameter`. */
export function newLive(params: CreateLiveParams, owner: User, createdAt: number): LiveInfo {
  const { liveId, liveName, seatMode, seatLayoutTemplate: template } = params;
  const seatLayoutTemplate =
    template === undefined ? SeatLayoutTemplate.videoDynamicGrid9Seats : validTemplate(template);
  const ownCount = isVoiceTemplate(seatLayoutTemplate)
    ? wholeNumber('maxSeatCount', params.maxSeatCount, 1, limits.voiceSeatsMax, limits.voiceSeats)
    : limits.voiceSeats;
  return {
    liveId,
    liveName: liveName === undefined ? nameAfter(owner) : validName(liveName),
    notice: text('notice', params.notice, limits.noticeLength),
    coverUrl: text('coverUrl', params.coverUrl, limits.coverUrlLength),
    backgroundUrl: text('backgroundUrl', params.backgroundUrl, limits.coverUrlLength),
    categoryList: validCategories(params.categoryList ?? []),
    activityStatus: activityStatus(params.activityStatus ?? 0),
    isPublicVisible: flag('isPublicVisible', params.isPublicVisible, true),
    isSeatEnabled: flag('isSeatEnabled', params.isSeatEnabled, true),
    keepOwnerOnSeat: flag('keepOwnerOnSeat', params.keepOwnerOnSeat, true),
    maxSeatCount: seatCount(seatLayoutTemplate, ownCount),
    seatMode: seatMode === undefined ? 'apply' : validMode(seatMode),
    seatLayoutTemplate,
    liveOwner: { ...owner, liveId },
    createdAt,
    endedAt: null,
    endedReason: null,
  };
}

/** What of a change was asked for, and nothing else. @throws LiveError `invalidParameter`. */
export function validChange(change: LiveInfoChange): LiveInfoChange {
  const { liveName, notice, coverUrl, backgroundUrl, categoryList, activityStatus: status } = change;
  const { isPublicVisible, seatMode, seatLayoutTemplate } = change;
  return {
    ...(liveName !== undefined && { liveName: validName(liveName) }),
    ...(notice !== undefined && { notice: text('notice', notice, limits.noticeLength) }),
    ...(coverUrl !== undefined && { coverUrl: text('coverUrl', coverUrl, limits.coverUrlLength) }),
    ...(backgroundUrl !== undefined && {
      backgroundUrl: text('backgroundUrl', backgroundUrl, limits.coverUrlLength),
    }),
    ...(categoryList !== undefined && { categoryList: validCategories(categoryList) }),
    ...(status !== undefined && { activityStatus: activityStatus(status) }),
    ...(isPublicVisible !== undefined && { isPublicVisible: flag('isPublicVisible', isPublicVisible, true) }),
    ...(seatMode !== undefined && { seatMode: validMode(seatMode) }),
    ...(seatLayoutTemplate !== undefined && { seatLayoutTemplate: validTemplate(seatLayoutTemplate) }),
  };
}

function validName(value: unknown): string {
  const name = text('liveName', value, limits.liveNameBytes);
  if (utf8Bytes(name) > limits.liveNameBytes) invalid(`liveName must be at most ${limits.liveNameBytes} bytes`);
  return name;
}

/** As much of it as a live's name may have, in whole characters. */
function nameAfter({ userName }: User): string {
  let name = '';
  for (const char of userName) {
    if (utf8Bytes(name + char) > limits.liveNameBytes) break;
    name += char;
  }
  return name;
}

function validCategories(value: unknown): readonly number[] {
  if (!Array.isArray(value) || value.length > limits.liveCategories) {
    invalid(`categoryList must be a list of at most ${limits.liveCategories} tags`);
  }
  return value.map((tag) => wholeNumber('categoryList', tag, 0, Number.MAX_SAFE_INTEGER));
}

function activityStatus(value: unknown): number {
  return wholeNumber('activityStatus', value, 0, Number.MAX_SAFE_INTEGER);
}

function validMode(value: unknown): TakeSeatMode {
  if (value !== 'free' && value !== 'apply') invalid('seatMode must be free or apply');
  return value;
}

function validTemplate(value: unknown): SeatLayoutTemplate {
  if (!isSeatLayoutTemplate(value)) invalid('seatLayoutTemplate is unknown');
  return value;
}
