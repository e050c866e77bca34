import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { exitOf } from '../../../scripts/child-exit.mjs';
import { portOpens } from '../../../scripts/ports.mjs';
import type { LiveKitServer } from './livekit-server.js';

export interface BattleServerOptions {
  port: number;
  livekit: LiveKitServer;
  /** How long a user may be missing before it is shown, milliseconds. */
  shownGrace?: number | undefined;
  /** How long a missing host keeps link and battle, and a missing guest the seat, milliseconds. */
  seatGrace?: number | undefined;
  /** How long a missing host keeps the live, milliseconds. */
  liveGrace?: number | undefined;
}

const root = fileURLToPath(new URL('../../..', import.meta.url));

/** The battle server in a process of its own, with a database of its own. A test can kill and restart it. */
export class BattleServer {
  readonly url: string;
  #child: ChildProcess | null = null;
  #ended: Promise<unknown> = Promise.resolve();
  #output = '';

  private constructor(
    private readonly options: BattleServerOptions,
    private readonly folder: string,
  ) {
    this.url = `http://127.0.0.1:${options.port}`;
  }

  static async start(options: BattleServerOptions): Promise<BattleServer> {
    const server = new BattleServer(options, await mkdtemp(join(tmpdir(), 'live-battles-')));
    await server.restart();
    return server;
  }

  /** Its output, shown when a test fails. */
  get output(): string {
    return this.#output;
  }

  /** SIGKILL: the server can neither say nor save anything. */
  async kill(): Promise<void> {
    this.#child?.kill('SIGKILL');
    await this.#ended;
  }

  async restart(): Promise<void> {
    const { port, livekit, shownGrace, seatGrace, liveGrace } = this.options;
    const child = spawn(
      process.execPath,
      ['--conditions=@live-battles/source', '--import', 'tsx', 'server/src/main.ts', '--dev'],
      {
        cwd: root,
        env: {
          ...process.env,
          LIVEKIT_URL: livekit.url,
          LIVEKIT_API_KEY: livekit.keys.apiKey,
          LIVEKIT_API_SECRET: livekit.keys.apiSecret,
          PORT: String(port),
          DATABASE: join(this.folder, 'battles.sqlite'),
          ...(shownGrace !== undefined && { SHOWN_GRACE_MS: String(shownGrace) }),
          ...(seatGrace !== undefined && { SEAT_GRACE_MS: String(seatGrace) }),
          ...(liveGrace !== undefined && { LIVE_GRACE_MS: String(liveGrace) }),
        },
        stdio: ['ignore', 'pipe', 'pipe'],
      },
    );
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => (this.#output = (this.#output + text).slice(-20_000)));
    }
    const killWithUs = (): boolean => child.kill('SIGKILL');
    process.once('exit', killWithUs);
    this.#child = child;
    this.#ended = exitOf(child).then(() => process.off('exit', killWithUs));
    if (!(await portOpens(port, 60_000))) throw new Error(`the battle server did not start: ${this.#output}`);
  }

  async stop(): Promise<void> {
    await this.kill();
    await rm(this.folder, { recursive: true, force: true });
  }
}
