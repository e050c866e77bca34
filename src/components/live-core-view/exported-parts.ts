/** The `exportparts` of a seat: its parts on the stage, with the prefix `seat-`. */
export const seatParts: string = ['video', 'backdrop', 'avatar', 'name', 'mic', 'ring', 'veil']
  .map((part) => `${part}: seat-${part}`)
  .concat('empty-seat')
  .join(', ');

/** The `exportparts` of the battle container: its parts keep their names on the stage. */
export const battleParts: string =
  'header, timer, contributors, multiplier, target, highlight, countdown, flash, extra-time, extension, result, mvp, win, lose, draw, penalty, bar, left, right, left-score, right-score, divider';
