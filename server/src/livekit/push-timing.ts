/** How often and how long, in milliseconds. */
export interface PushTiming {
  /** Between two score packets to one live. */
  scores: number;
  /** Between two audience packets to one live, at the least. */
  audience: number;
  /** From a score to the checkpoint in the room's metadata. */
  checkpoint: number;
  /** From the last document of an ended live to the end of its room. */
  closing: number;
  /** Before a failed push is tried again, the first time. */
  retry: number;
}

export const defaultPushTiming: PushTiming = {
  scores: 100,
  audience: 1000,
  checkpoint: 2000,
  closing: 1000,
  retry: 200,
};
