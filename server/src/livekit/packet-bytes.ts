/** Bytes a data packet may have; LiveKit's own limit is 65,535 with its envelope. */
export const packetBytes = 60_000;
