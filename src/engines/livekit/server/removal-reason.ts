import { LiveErrorCode, toLiveError, type KickedOutReason } from '../../../core/index.js';
import type { ServerApi } from './server-api.js';

/** Why LiveKit put this user out, which it does not say: whoever was kicked by owner or administrator may not come back. */
export async function removalReason(api: Pick<ServerApi, 'join'>, liveId: string): Promise<KickedOutReason> {
  try {
    await api.join(liveId);
    return 'by-server';
  } catch (error) {
    return toLiveError(error).code === LiveErrorCode.noPermission ? 'by-admin' : 'by-server';
  }
}
