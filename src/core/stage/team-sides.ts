import type { BattleInfo } from '../battle/battle.js';
import { battleTeams } from '../battle/teams.js';
import type { LinkMember } from '../cohost/cohost.js';

/** A host and their place in a layout with even places on the left and odd places on the right. */
export interface SidedHost {
  host: LinkMember;
  place: number;
}

/**
 * Places the hosts of a team battle, team by team and the same for every viewer. The first, third, … team stands on the
 * left, the second, fourth, … on the right. Hosts without a team stand on the side with fewer hosts. A host beyond the
 * places of one side stands on the other.
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
