import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { keys } from './tokens.js';

const root = fileURLToPath(new URL('../../..', import.meta.url));

/**
 * The real server in a process of its own, on a port that it chooses itself. Nothing listens at its LiveKit address.
 */
export class ServerProcess {
  readonly #child: ChildProcess;
  #output = '';

  constructor(env: Record<string, string | undefined>, ...args: string[]) {
    this.#child = spawn(
      process.execPath,
      ['--conditions=@live-battles/source', '--import', 'tsx', 'server/src/main.ts', ...args],
      {
        cwd: root,
        env: {
          PATH: process.env.PATH,
          LIVEKIT_API_KEY: keys.apiKey,
          LIVEKIT_API_SECRET: keys.apiSecret,
          LIVEKIT_URL: 'http://127.0.0.1:9',
          PORT: '0',
          ...env,
        },
        stdio: ['ignore', 'pipe', 'pipe'],
      },
    );
    for (const stream of [this.#child.stdout, this.#child.stderr]) {
      stream?.setEncoding('utf8').on('data', (text: string) => (this.#output += text));
    }
  }

  /** Everything it has written to the console so far. */
  get output(): string {
    return this.#output;
  }

  /** Resolves with its address once it listens. */
  async address(): Promise<string> {
    for (;;) {
      const [, address] = /listening on (http:\S+?),/.exec(this.#output) ?? [];
      if (address !== undefined) return address;
      if (this.#child.exitCode !== null) throw new Error(`the server ended: ${this.#output}`);
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  }

  /** Ends the process. Resolves with its exit code; null after a kill. */
  async end(signal: 'SIGKILL' | 'SIGTERM' | 'SIGINT'): Promise<number | null> {
    const exited = this.exited();
    this.#child.kill(signal);
    return await exited;
  }

  async exited(): Promise<number | null> {
    if (this.#child.exitCode === null && this.#child.signalCode === null) await once(this.#child, 'exit');
    return this.#child.exitCode;
  }
}
