import { LiveSession, type User } from 'live-battles/core';
import { LocalEngine, LocalWorld } from 'live-battles/engines/local';
import { outcomeOf, type GiftOrder } from '../gift-rules/gift-order.js';
import { openCamera } from './camera.js';
import { checkCounted } from './gift-result.js';
import type { CameraSource, StudioWorld } from './studio-world.js';

/** A world inside this page. It applies the rules of the gift backend itself. */
export class InPageWorld implements StudioWorld {
  readonly spansTabs = false;
  readonly #world = new LocalWorld();

  openSession(user: User, cameraSource: () => CameraSource): LiveSession {
    const camera = async (): Promise<MediaStream> => new MediaStream([await openCamera(cameraSource(), user)]);
    return new LiveSession({ engine: new LocalEngine({ world: this.#world, user, camera }) });
  }

  async giveGift(order: GiftOrder): Promise<void> {
    const { battleId } = order;
    const outcome = outcomeOf(order);
    if (!('effect' in outcome)) return checkCounted(await this.#world.addScores(battleId, [outcome]));
    await this.#world.referee.executeForBackend({ type: 'apply-effect', battleId, ...outcome });
  }
}
