import type { CreateLiveParams, LiveConnection } from '../../../src/core/index.js';
import { LocalEngine, LocalWorld, type Camera, type LocalWorldOptions } from '../../../src/engines/local/index.js';
import { FakeClock, settled } from '../../fake-clock.js';
import { RecordingSink } from '../recording-sink.js';

export interface Resident {
  engine: LocalEngine;
  sink: RecordingSink;
  connection: LiveConnection;
}

/** A world on a fake clock; host `ann` owns live `ann_live`. */
export class Neighbourhood {
  readonly clock = new FakeClock();
  readonly world: LocalWorld;

  constructor(options: LocalWorldOptions = {}) {
    this.world = new LocalWorld({ clock: this.clock, ...options });
  }

  async engine(userId: string, camera?: Camera): Promise<LocalEngine> {
    const engine = new LocalEngine({ world: this.world, user: { userId }, ...(camera && { camera }) });
    await engine.login();
    return engine;
  }

  async host(
    userId: string,
    camera?: Camera,
    params: Omit<CreateLiveParams, 'liveId'> = { seatMode: 'free' },
  ): Promise<Resident> {
    const engine = await this.engine(userId, camera);
    await engine.execute({ type: 'create-live', liveId: `${userId}_live`, ...params });
    return await this.enter(engine, `${userId}_live`);
  }

  async viewer(userId: string, of: string, camera?: Camera): Promise<Resident> {
    return await this.enter(await this.engine(userId, camera), `${of}_live`);
  }

  /** A viewer who takes the first free seat. */
  async guest(userId: string, of: string, camera?: Camera): Promise<Resident> {
    const resident = await this.viewer(userId, of, camera);
    await resident.engine.execute({ type: 'take-seat', liveId: `${of}_live` });
    await settled();
    return resident;
  }

  async enter(engine: LocalEngine, liveId: string): Promise<Resident> {
    const sink = new RecordingSink();
    return { engine, sink, connection: await engine.join(liveId, sink) };
  }

  async link(from: Resident, fromId: string, to: Resident, toId: string): Promise<void> {
    await from.engine.execute({
      type: 'request-host-connection',
      liveId: `${fromId}_live`,
      targetLiveIds: [`${toId}_live`],
    });
    await to.engine.execute({
      type: 'accept-host-connection',
      liveId: `${toId}_live`,
      fromLiveId: `${fromId}_live`,
    });
    await settled();
  }

  /** Starts a battle between two linked hosts; `duration` in seconds. Returns its id. */
  async battle(inviter: Resident, inviterId: string, rivalId: string, duration = 60): Promise<string> {
    const { battleId } = await inviter.engine.execute({
      type: 'request-battle',
      liveId: `${inviterId}_live`,
      userIds: [rivalId],
      config: { duration, needResponse: false },
    });
    await settled();
    return battleId;
  }
}
