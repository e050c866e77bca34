import { LocalWorld } from './local-world.js';

let world: LocalWorld | null = null;

/** The world that all local engines of a page share unless they are given another. */
export function pageWorld(): LocalWorld {
  world ??= new LocalWorld();
  return world;
}
