import { battleMoves } from './battle-moves.js';
import { guestMoves } from './guest-moves.js';
import { linkMoves } from './link-moves.js';
import { liveMoves } from './live-moves.js';
import type { Moves } from './move.js';
import { seatMoves } from './seat-moves.js';

/** One for every command that a user has: a new command without a move does not compile. */
export const moves: Moves = { ...liveMoves, ...linkMoves, ...battleMoves, ...seatMoves, ...guestMoves };
