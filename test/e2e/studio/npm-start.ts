import { spawn, type ChildProcess } from 'node:child_process';
import { rm } from 'node:fs/promises';
import { exitOf } from '../../../scripts/child-exit.mjs';
import { freePort } from '../../../scripts/ports.mjs';

/** The studio as `npm start` runs it. */
export class NpmStart {
  #output = '';
  readonly #ended: Promise<number>;

  private constructor(
    private readonly child: ChildProcess,
    readonly port: number,
  ) {
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding('utf8').on('data', (text: string) => (this.#output += text));
    }
    const kill = (): unknown => child.kill();
    // When this process exits, the studio is stopped too.
    process.once('exit', kill);
    this.#ended = exitOf(child).finally(() => process.off('exit', kill));
  }

  /** Resolves once it has printed the studio's address. */
  static async run(...flags: string[]): Promise<NpmStart> {
    const port = await freePort();
    const args = ['scripts/start.mjs', '--port', String(port), ...flags];
    const start = new NpmStart(spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] }), port);
    await start.#told();
    if (start.child.exitCode !== null) throw new Error(`npm start ended: ${start.output}`);
    return start;
  }

  get output(): string {
    return this.#output;
  }

  get url(): string {
    return /https?:\S+/.exec(this.#output)?.[0] ?? '';
  }

  /** Interrupts it, as Ctrl-C does. Resolves with the exit code. A second call does nothing more. */
  async interrupt(): Promise<number> {
    this.child.kill('SIGINT');
    const code = await this.#ended;
    await rm(`.cache/studio/${this.port}`, { recursive: true, force: true });
    return code;
  }

  /** Waits for the line about Ctrl-C: it is printed last, after the address. */
  async #told(): Promise<void> {
    while (!this.#output.includes('Ctrl-C') && this.child.exitCode === null) {
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}
