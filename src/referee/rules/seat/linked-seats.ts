import { showsAllSeats } from '../../../core/cohost/voice-seats.js';
import { limits, type Seat, type SeatOccupant } from '../../../core/vocabulary.js';
import { utf8Bytes } from '../../../core/shape/cut.js';

/**
 * The seats that a voice live shows to the lives it is linked with. Where not all seats are shown, they are only the
 * taken ones. A name is cut to `limits.linkedNameLength` UTF-16 units; a URL over `limits.linkedAvatarBytes` bytes is
 * left out. Seats of 9 lives with 50 seats each must fit into one document.
 */
export function linkedSeats(seats: readonly Seat[], liveCount: number): readonly Seat[] {
  if (showsAllSeats(liveCount)) return seats;
  return seats.flatMap((seat) => (seat.occupant ? { ...seat, occupant: shortened(seat.occupant) } : []));
}

function shortened(occupant: SeatOccupant): SeatOccupant {
  const userName = occupant.userName.slice(0, limits.linkedNameLength);
  // Bytes of the URL as JSON, as the document holds it: escaped characters count in full.
  const isShort = utf8Bytes(JSON.stringify(occupant.avatarUrl)) <= limits.linkedAvatarBytes;
  return { ...occupant, userName, avatarUrl: isShort ? occupant.avatarUrl : '' };
}
