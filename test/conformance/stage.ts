import {
  isTaken,
  type BattleConfig,
  type CreateLiveParams,
  type LiveSession,
  type TakenSeat,
} from '../../src/core/index.js';
import type { Arena, Page } from './arena.js';
import { appears, becomes } from './assertions.js';
import { EventLog } from './event-log.js';

/** A user in a scenario: their page, and the events it has heard. */
export interface Actor extends Page {
  name: string;
  heard: EventLog;
}

export async function open(arena: Arena, name: string): Promise<Actor> {
  const page = await arena.open(name);
  return { ...page, name, heard: new EventLog(name, page.session) };
}

/** A host who has gone live. */
export async function goLive(
  arena: Arena,
  name: string,
  params: Omit<CreateLiveParams, 'liveId'> = {},
): Promise<Actor> {
  const actor = await open(arena, name);
  await actor.session.liveListStore.createLive({ liveId: actor.liveId, liveName: `Live of ${name}`, ...params });
  return actor;
}

export async function goLiveAll<const N extends readonly string[]>(
  arena: Arena,
  ...names: N
): Promise<{ [K in keyof N]: Actor }> {
  return (await Promise.all(names.map((name) => goLive(arena, name)))) as { [K in keyof N]: Actor };
}

/** A user in the audience of a host. */
export async function watch(arena: Arena, name: string, host: Actor): Promise<Actor> {
  const actor = await open(arena, name);
  await actor.session.liveListStore.joinLive({ liveId: host.liveId });
  return actor;
}

/** One host invites another, who accepts. */
export async function bringIn(host: Actor, guest: Actor): Promise<void> {
  await host.session.coHostStore.requestHostConnection({ targetHostLiveIds: guest.liveId });
  await appears(() => guest.session.coHostStore.applicant.get(), `invitation that ${guest.name} sees`);
  await guest.session.coHostStore.acceptHostConnection({ fromHostLiveId: host.liveId });
}

/** Links the first host with each of the others in turn. Waits until all of them show the whole link. */
export async function link(first: Actor, ...others: Actor[]): Promise<void> {
  const linked = [first];
  for (const other of others) {
    await bringIn(first, other);
    linked.push(other);
    await showLinked(linked, linked);
  }
}

/** Waits until each of `viewers` shows exactly these hosts as linked, in any order. */
export async function showLinked(viewers: readonly Actor[], hosts: readonly Actor[]): Promise<void> {
  const expected = hosts.map(({ userId }) => userId).sort();
  for (const { name, session } of viewers) {
    await becomes(() => linkedIn(session), expected, `hosts that ${name} sees linked`);
  }
}

export function linkedIn({ coHostStore }: LiveSession): string[] {
  return coHostStore.connected
    .get()
    .map(({ userId }) => userId)
    .sort();
}

/** Waits until each of `viewers` shows exactly these users on the seats of a live, with the numbers of their seats. */
export async function showSeats(
  viewers: readonly Actor[],
  { name, liveId }: Actor,
  seats: readonly (readonly [number, Actor])[],
): Promise<void> {
  const expected = seats.map(([index, { userId }]) => [index, userId]);
  for (const viewer of viewers) {
    const taken = (): unknown => takenSeats(viewer, liveId).map(({ index, userInfo }) => [index, userInfo.userId]);
    await becomes(taken, expected, `seats of ${name} that ${viewer.name} sees`);
  }
}

/** Waits until each of `viewers` shows a device of a seated user as on, or as off. */
export async function showDevice(
  viewers: readonly Actor[],
  { name, userId }: Actor,
  device: 'microphoneStatus' | 'cameraStatus',
  status: 'on' | 'off',
): Promise<void> {
  for (const viewer of viewers) {
    const seen = (): unknown => takenSeats(viewer).find(({ userInfo }) => userInfo.userId === userId)?.userInfo[device];
    await becomes(seen, status, `${device} of ${name} that ${viewer.name} sees`);
  }
}

/** The taken seats that a page shows: of one live, or of all lives. */
export function takenSeats({ session }: Actor, liveId?: string): TakenSeat[] {
  const isOfLive = (seat: TakenSeat): boolean => liveId === undefined || seat.liveId === liveId;
  return session.liveSeatStore.seatList.get().filter(isTaken).filter(isOfLive);
}

/** Starts a battle of these hosts without asking them, and waits until all of them show it. Returns its id. */
export async function fight(
  [first, ...others]: readonly [Actor, ...Actor[]],
  config: Partial<BattleConfig> = {},
): Promise<string> {
  const { battleId } = await first.session.battleStore.requestBattle({
    userIdList: others.map(({ userId }) => userId),
    config: { needResponse: false, ...config },
  });
  for (const actor of [first, ...others]) await showBattle(actor, battleId);
  return battleId;
}

/** Waits until a page shows the battle as running. */
export async function showBattle({ name, session }: Actor, battleId: string): Promise<void> {
  const { currentBattleInfo } = session.battleStore;
  await becomes(() => currentBattleInfo.get()?.battleId, battleId, `running battle that ${name} sees`);
}

/** Waits until a page shows exactly these totals. */
export async function showScores(
  { name, session }: Actor,
  scores: readonly (readonly [Actor, number])[],
): Promise<void> {
  const expected = new Map(scores.map(([{ userId }, total]) => [userId, total]));
  await becomes(() => session.battleStore.battleScore.get(), expected, `scores that ${name} sees`);
}
