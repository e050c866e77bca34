import { limits, type Seat } from '../../../core/vocabulary.js';
import { utf8Bytes } from '../../../core/shape/cut.js';

/** Lives that show each other all of their seats, empty ones too. */
const livesShownWhole = 2;

/**
 * What a voice live shows of its seats to those it is linked with. Of more than two lives only the taken ones, with a
 * short name and without a long picture's URL: nine times fifty of them must fit into one document.
 */
export function linkedSeats(seats: readonly Seat[], liveCount: number): readonly Seat[] {
  return liveCount <= livesShownWhole ? seats : seats.filter(({ occupant }) => occupant !== null).map(shortened);
}

function shortened({ occupant, ...seat }: Seat): Seat {
  if (!occupant) return { ...seat, occupant };
  const userName = occupant.userName.slice(0, limits.linkedNameLength);
  // As it stands in a document: a text of signs that JSON has to escape is no URL.
  const isShort = utf8Bytes(JSON.stringify(occupant.avatarUrl)) <= limits.linkedAvatarBytes;
  return { ...seat, occupant: { ...occupant, userName, avatarUrl: isShort ? occupant.avatarUrl : '' } };
}
