/** An API key and its secret, as in LiveKit's configuration. */
export interface LiveKitKeys {
  apiKey: string;
  apiSecret: string;
}
