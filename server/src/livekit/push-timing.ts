/** Pauses and delays of what is sent to LiveKit, in milliseconds. */
export interface PushTiming {
  /** Between two score packets to one live, at the least. */
  scores: number;
  /** Between two audience packets to one live, at the least. */
  audience: number;
  /** From a score to the document in the room's metadata that includes it. */
  checkpoint: number;
  /** From the last document of an ended live to the closing of its room. */
  closing: number;
  /** From the first failure of a push to its next try. */
  retry: number;
}

export const defaultPushTiming: PushTiming = {
  scores: 100,
  audience: 1000,
  checkpoint: 2000,
  closing: 1000,
  retry: 200,
};
