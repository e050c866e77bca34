import { ConnectionCode, type CoHostRequest } from '../../cohost/cohost.js';
import type { PersonalDocument } from '../../documents.js';
import type { LiveUser } from '../../user.js';

type Results = Readonly<Record<string, ConnectionCode>>;

/**
 * Invitations of this page that no personal document has shown yet. A host may accept so fast that the document of the
 * link comes first. Then only this tells that they were invited.
 */
export class SentInvitations {
  /** Ids of the invited lives. */
  readonly #open = new Set<string>();
  /** Ids of lives whose acceptance was told before a personal document showed it. */
  readonly #toldAhead = new Set<string>();

  /** Remembers the lives that `send` invites, except those that it fails to invite. @throws Whatever `send` throws. */
  async during(liveIds: readonly string[], send: () => Promise<Results>): Promise<Results> {
    for (const liveId of liveIds) this.#open.add(liveId);
    let results: Results = {};
    try {
      results = await send();
      return results;
    } finally {
      for (const liveId of liveIds) if (results[liveId] !== ConnectionCode.success) this.#open.delete(liveId);
    }
  }

  /** Those of the hosts who have just joined the link that were invited. Each invitation is answered once. */
  answeredBy(joined: readonly LiveUser[]): readonly LiveUser[] {
    const invited = joined.filter(({ liveId }) => this.#open.delete(liveId));
    for (const { liveId } of invited) this.#toldAhead.add(liveId);
    return invited;
  }

  /** The personal document before `arrived`, completed with the acceptances that were told ahead of `arrived`. */
  completed(before: PersonalDocument | null, arrived: PersonalDocument): PersonalDocument | null {
    const added = arrived.coHostRequests.filter((request) => !includes(before, request));
    for (const { invitee } of added) this.#open.delete(invitee.liveId);
    const told = added.filter(({ invitee }) => this.#toldAhead.has(invitee.liveId));
    this.#toldAhead.clear();
    if (!before || told.length === 0) return before;
    const accepted = told.map((request) => ({ ...request, status: 'accepted' as const }));
    return { ...before, coHostRequests: [...before.coHostRequests, ...accepted] };
  }

  /** Forgets the invitations without an answer. */
  forgetOpen(): void {
    this.#open.clear();
  }
}

function includes(personal: PersonalDocument | null, { requestId }: CoHostRequest): boolean {
  return personal?.coHostRequests.some((request) => request.requestId === requestId) === true;
}
