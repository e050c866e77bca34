import { contributorShape } from '../../../core/person-shape.js';
import { described, optional } from '../../../core/shape/compose.js';
import { describes } from '../../../core/shape/describes.js';
import { object } from '../../../core/shape/object.js';
import { patterned, userId } from '../../../core/shape/texts.js';
import { instant, whole } from '../../../core/shape/values.js';
import { limits } from '../../../core/vocabulary.js';
import type { CheckedScore, SentScore } from '../rule-command.js';

const { scoreEventIdLength, pointsPerEvent } = limits;

/** Well-formed Unicode. A database stores every lone surrogate as the same character: two ids would become one. */
const eventIdPattern = new RegExp(`^\\P{Surrogate}{1,${scoreEventIdLength}}$`, 'u');

/** The id of a gift or an effect, chosen by the backend. */
export const eventIdShape = patterned(
  eventIdPattern,
  `1–${scoreEventIdLength} characters of well-formed Unicode`,
  'gift-4711',
);

/** The fields of a score entry, without its host. */
export const scoreFields = {
  eventId: described("The gift's own id: it counts once, however often it is sent", eventIdShape),
  points: optional(
    described(
      'Negative: a correction, without multiplier; it takes the points from the contributor, if one is named',
      whole(-pointsPerEvent, pointsPerEvent),
    ),
  ),
  total: optional(
    described(
      'Instead of points, as a correction: what the host has from now on; it names no contributor',
      whole(0, Number.MAX_SAFE_INTEGER),
    ),
  ),
  sentAt: optional(described('When the gift was sent: lets it count within LATE_SCORES_MS after the end', instant)),
  contributor: optional(
    described('Whose gift it was: everybody sees the most generous of each host', contributorShape),
  ),
};

/** A score entry: points or a total for a host. */
export const sentScoreShape = describes<SentScore, CheckedScore>()(object({ userId, ...scoreFields }));
