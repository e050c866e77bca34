import { startLiveKit } from '../../../scripts/livekit.mjs';
import { freePort } from '../../../scripts/ports.mjs';

type Running = Awaited<ReturnType<typeof startLiveKit>>;

/** A LiveKit server for the tests. A test can kill it and restart it at the same address. */
export class LiveKitServer {
  #running: Running;

  private constructor(
    private readonly options: NonNullable<Parameters<typeof startLiveKit>[0]>,
    running: Running,
  ) {
    this.#running = running;
  }

  static async start(webhookUrl: string): Promise<LiveKitServer> {
    const options = { port: await freePort(), udpPort: await freePort(), webhookUrl };
    return new LiveKitServer(options, await startLiveKit(options));
  }

  get url(): string {
    return this.#running.url;
  }

  get keys(): { apiKey: string; apiSecret: string } {
    const { apiKey, apiSecret } = this.#running;
    return { apiKey, apiSecret };
  }

  /** SIGKILL: LiveKit forgets all rooms. */
  async kill(): Promise<void> {
    await this.#running.stop();
  }

  async restart(): Promise<void> {
    this.#running = await startLiveKit(this.options);
  }
}
