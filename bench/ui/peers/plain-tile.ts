import { initialsOf } from '../page/people.js';
import type { Person, Shown } from '../page/peer.js';

/** A tile of hand-written DOM, and the nodes in it that change. */
export interface PlainTile {
  element: HTMLElement;
  ring: HTMLElement;
  score: Text;
}

function box(className: string, ...content: readonly (Node | string)[]): HTMLElement {
  const element = document.createElement('div');
  element.className = className;
  element.append(...content);
  return element;
}

export function plainTile({ name }: Person): PlainTile {
  const ring = box('ring');
  const score = document.createTextNode('0');
  const mic = document.createElement('span');
  mic.className = 'mic';
  const content = [ring, box('avatar', initialsOf(name)), box('name', mic, name), box('score', score)];
  return { element: box('tile', ...content), ring, score };
}

/** What a tile with these class names shows, whoever made it. */
export function shownIn(tile: ParentNode | null | undefined, isSpeaking: boolean): Shown | null {
  const score = tile?.querySelector('.score');
  return score ? { points: Number(score.textContent), isSpeaking } : null;
}
