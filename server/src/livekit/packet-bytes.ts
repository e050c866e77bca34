/** Most bytes of a data packet's payload. LiveKit's own limit is 65,535 bytes, its envelope included. */
export const packetBytes = 60_000;
