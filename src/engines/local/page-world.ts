import { LocalWorld } from './local-world.js';

let world: LocalWorld | null = null;

/** The world that the local engines of a page share by default. */
export function pageWorld(): LocalWorld {
  world ??= new LocalWorld();
  return world;
}
