/** What LiveKit's configuration calls a key and its secret. */
export interface LiveKitKeys {
  apiKey: string;
  apiSecret: string;
}
