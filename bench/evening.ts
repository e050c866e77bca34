import type { World } from './world.js';

/** Number of score calls in an evening. */
const scores = 20;
/** Number of all commands in an evening. */
export const eveningCommands = scores + 16;

/**
 * Two hosts go live, one has a guest, they link, battle and leave: each kind of command as often as in a real evening.
 */
export async function evening(world: World, name: string): Promise<void> {
  const [a, b, guest] = [`${name}_a`, `${name}_b`, `${name}_g`];
  await world.live(a);
  await world.live(b);
  await world.ask(a, { type: 'update-live', liveId: a, notice: 'welcome' });
  await world.ask(a, { type: 'update-live-metadata', liveId: a, metaData: { topic: 'music' } });
  await world.ask(a, { type: 'set-administrator', liveId: a, userId: b });
  await world.ask(guest, { type: 'apply-for-seat', liveId: a });
  await world.ask(a, { type: 'accept-application', liveId: a, userId: guest });
  await world.ask(a, { type: 'close-remote-device', liveId: a, userId: guest, device: 'camera' });
  await world.ask(guest, { type: 'leave-seat', liveId: a });
  await world.link(a, b);
  const battleId = await world.battle(a, b);
  for (let index = 0; index < scores; index++) await world.score(battleId, index % 3 ? a : b, guest);
  await world.ask(b, { type: 'exit-battle', liveId: b, battleId });
  await world.ask(b, { type: 'exit-host-connection', liveId: b });
  await world.ask(a, { type: 'end-live', liveId: a });
  await world.ask(b, { type: 'end-live', liveId: b });
}
