import type { Person } from './peer.js';

const firstNames = ['Ann', 'Bob', 'Cyd', 'Dee', 'Eve', 'Fay', 'Gus', 'Hal', 'Ivy', 'Jon', 'Kim'];
const lastNames = ['Ames', 'Berg', 'Cole', 'Dunn', 'Ekos', 'Ford', 'Gray'];
const seatsOfLive = 50;

/** Up to nine people are hosts of a live each. More of them fill lives of fifty seats. */
export function people(count: number): readonly Person[] {
  const perLive = count > 9 ? seatsOfLive : 1;
  return Array.from({ length: count }, (_, index) => ({
    userId: `user_${index}`,
    name: `${firstNames[index % firstNames.length]!} ${lastNames[index % lastNames.length]!}`,
    liveId: `live_${Math.floor(index / perLive)}`,
    seatIndex: index % perLive,
  }));
}

export function initialsOf(name: string): string {
  return name.replace(/(\S)\S*\s*/g, '$1');
}
