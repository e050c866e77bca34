import type { LiveDocument } from 'live-battles/protocol';

/** Whether a room's metadata is up to date. Compares revision, battle and score version only. */
export function isPublished(document: LiveDocument, metadata: string): boolean {
  const published = parse(metadata);
  return (
    published?.revision === document.revision &&
    (published.board?.battleId ?? null) === (document.board?.battleId ?? null) &&
    (published.board?.version ?? 0) === (document.board?.version ?? 0)
  );
}

function parse(metadata: string): Partial<LiveDocument> | null {
  try {
    return JSON.parse(metadata) as Partial<LiveDocument> | null;
  } catch {
    return null;
  }
}
