/** Parts of a seat as parts of the stage. */
export const seatParts: string = ['video', 'backdrop', 'avatar', 'name', 'mic', 'ring', 'veil']
  .map((part) => `${part}: seat-${part}`)
  .concat('empty-seat')
  .join(', ');

/** Parts of the battle, which are called the same on the stage. */
export const battleParts: string =
  'header, timer, contributors, multiplier, target, highlight, countdown, flash, extra-time, extension, result, mvp, win, lose, draw, penalty, bar, left, right, left-score, right-score, divider';
