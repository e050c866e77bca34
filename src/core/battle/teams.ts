import type { BattleInfo } from './battle.js';

/** Those of a battle's users who are on one team, in the order of the config. */
export interface BattleTeam {
  /** Index in the config's `teams`. */
  team: number;
  userIds: readonly string[];
  score: number;
}

/** How many sides a battle has with these hosts: teams, or each for themselves. Fewer than two are no battle. */
export function sideCount({ config }: Pick<BattleInfo, 'config'>, users: readonly { userId: string }[]): number {
  if (!config.teams) return users.length;
  return battleTeams({ config, users }, {}).filter(({ userIds }) => userIds.length > 0).length;
}

/** The teams of a battle with their totals; empty where each fights for themselves. */
export function battleTeams(
  { config, users }: Pick<BattleInfo, 'config'> & { users: readonly { userId: string }[] },
  scores: Readonly<Record<string, number>>,
): readonly BattleTeam[] {
  const isIn = (userId: string): boolean => users.some((user) => user.userId === userId);
  return (config.teams ?? []).map((members, team) => {
    const userIds = members.filter(isIn);
    return { team, userIds, score: userIds.reduce((sum, userId) => sum + (scores[userId] ?? 0), 0) };
  });
}
