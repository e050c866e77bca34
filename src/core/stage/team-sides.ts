import type { BattleInfo } from '../battle/battle.js';
import { battleTeams } from '../battle/teams.js';
import type { LinkMember } from '../cohost/cohost.js';

/** A host with their place in a layout whose even places are on the left and odd ones on the right. */
export interface SidedHost {
  host: LinkMember;
  place: number;
}

/**
 * Hosts team by team, the same for everybody who looks: even teams on the left, odd ones on the right, hosts of no team
 * where there are fewer. Who finds no place on their side takes one on the other.
 */
export function teamSides(
  battle: BattleInfo,
  members: readonly LinkMember[],
  placesPerSide: number,
): readonly SidedHost[] {
  const sides: [LinkMember[], LinkMember[]] = [[], []];
  const hostOf = (userId: string): LinkMember | undefined => members.find((member) => member.userId === userId);
  const teamed = battleTeams(battle, {}).map(({ userIds }) => userIds.flatMap((userId) => hostOf(userId) ?? []));
  for (const [team, hosts] of teamed.entries()) sides[team % 2 === 0 ? 0 : 1].push(...hosts);
  const shorter = (): LinkMember[] => (sides[1].length < sides[0].length ? sides[1] : sides[0]);
  const rest = members.filter((member) => !teamed.flat().includes(member));
  for (const host of rest) shorter().push(host);
  const tooMany = sides.map((side) => side.splice(placesPerSide));
  sides[1].push(...(tooMany[0] ?? []));
  sides[0].push(...(tooMany[1] ?? []));
  const placed = sides.flatMap((side, odd) => side.map((host, row) => ({ host, place: 2 * row + odd })));
  const ordered = [...teamed.flat(), ...rest];
  return placed.sort((a, b) => ordered.indexOf(a.host) - ordered.indexOf(b.host));
}
