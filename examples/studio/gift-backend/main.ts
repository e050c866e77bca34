// The demo's own backend. `npm start` runs it beside the battle server. Pages reach it through the site's `/gifts`.
import { createGiftServer } from './gift-server.js';
import { ScoreApi } from './score-api.js';

const { PORT = '7801', API_URL, LIVEKIT_API_KEY, LIVEKIT_API_SECRET } = process.env;
if (!API_URL || !LIVEKIT_API_KEY || !LIVEKIT_API_SECRET) {
  console.error('gift backend: set API_URL, LIVEKIT_API_KEY and LIVEKIT_API_SECRET');
  process.exit(1);
}

const scoreApi = new ScoreApi({ apiUrl: API_URL, apiKey: LIVEKIT_API_KEY, apiSecret: LIVEKIT_API_SECRET });
const server = createGiftServer(scoreApi);
server.listen(Number(PORT), '127.0.0.1', () => console.log(`gift backend: listening on 127.0.0.1:${PORT}`));

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    server.close();
    server.closeAllConnections();
  });
}
