import { createServer } from './battle-server.js';
import { readSettings, SettingsError, usage } from './settings.js';

const devWarning = `
  ****************************************************************
  *  DEVELOPMENT MODE: anyone who can reach this server can      *
  *  become any user. Never run it like this in public.          *
  ****************************************************************
`;

function log(line: string): void {
  console.log(`${new Date().toISOString()} ${line}`);
}

async function main(): Promise<void> {
  const { port, host, server: options } = readSettings(process.argv.slice(2), process.env);
  if (options.dev) console.warn(devWarning);
  const server = await createServer({ ...options, log });
  let isStopping = false;
  const stop = (): void => {
    if (isStopping) return;
    isStopping = true;
    void server.stop().then(() => process.exit(0));
  };
  process.once('SIGTERM', stop).once('SIGINT', stop);
  // The port first: if it is taken, the server must not have changed anything yet.
  const address = await server.app.listen({ port, host });
  await server.start();
  log(`listening on ${address}, LiveKit at ${options.livekit.url}`);
}

/** An error that the operator can mend is shown as its message. Any other is a bug, and shown with its stack. */
function explain(error: unknown): unknown {
  if (error instanceof SettingsError) return error.message;
  const { code, message } = (error ?? {}) as { code?: string; message?: string };
  if (code === 'EADDRINUSE') return `${message ?? code}: something listens there already; choose another port`;
  if (code === 'EACCES' || code === 'EADDRNOTAVAIL' || code?.startsWith('SQLITE_')) return message;
  return error;
}

if (process.argv.includes('--help')) {
  console.log(usage);
} else {
  try {
    await main();
  } catch (error) {
    console.error(explain(error));
    process.exit(1);
  }
}
