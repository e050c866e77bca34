/// <reference types="vite/client" />

interface ImportMetaEnv {
  /** Set by `npm start`; without it the studio runs on the local engine. */
  readonly VITE_ENGINE?: 'livekit' | 'local';
  /** Why `npm start` chose the local engine. */
  readonly VITE_WHY_LOCAL?: string;
}
