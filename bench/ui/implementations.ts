/** All that can be measured, in the order of the table. `vanilla` is what the others are compared with. */
export const implementations = {
  feed: 'feed alone',
  vanilla: 'vanilla DOM',
  'lit-preact': 'lit + preact signals',
  'vue-store': "Vue, vendor's pattern",
  'livekit-react': 'LiveKit React',
  kit: 'kit',
} as const;
export type Implementation = keyof typeof implementations;

export const implementationNames = Object.keys(implementations) as readonly Implementation[];
