import type { BattleInfo } from './battle.js';

/** The users of a battle who are on one team, in the order of the config. */
export interface BattleTeam {
  /** Index in `teams` of the config. */
  team: number;
  userIds: readonly string[];
  /** Without the points that are hidden from this live. */
  score: number;
}

/** Number of sides of a battle with these hosts: its teams, or each host without teams. A battle needs two. */
export function sideCount({ config }: Pick<BattleInfo, 'config'>, users: readonly { userId: string }[]): number {
  if (!config.teams) return users.length;
  return battleTeams({ config, users }, {}).filter(({ userIds }) => userIds.length > 0).length;
}

/** The teams of a battle with their totals; empty without teams. */
export function battleTeams(
  { config, users }: Pick<BattleInfo, 'config'> & { users: readonly { userId: string }[] },
  scores: Readonly<Record<string, number>>,
): readonly BattleTeam[] {
  const isIn = (userId: string): boolean => users.some((user) => user.userId === userId);
  // Every object has a "constructor", which is also a user id. The scores lack hidden hosts.
  const scoreOf = (userId: string): number => (Object.hasOwn(scores, userId) ? scores[userId]! : 0);
  return (config.teams ?? []).map((members, team) => {
    const userIds = members.filter(isIn);
    return { team, userIds, score: userIds.reduce((sum, userId) => sum + scoreOf(userId), 0) };
  });
}
