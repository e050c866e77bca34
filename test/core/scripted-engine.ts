import type { Engine, LiveConnection, LivePage, LiveSink, User } from '../../src/core/index.js';
import type { LiveDocument, UserCommand, UserCommandOf, UserCommandType, ReplyTo } from '../../src/protocol/index.js';
import { documentOf, user } from './examples.js';
import { Teller } from './teller.js';

/** An engine that the test controls: each call waits in a list until the test answers it. */
export class ScriptedEngine implements Engine {
  readonly calls: string[] = [];
  readonly joins: {
    liveId: string;
    sink: Teller;
    connection: ScriptedConnection;
    admit: () => void;
    refuse: (error: Error) => void;
  }[] = [];
  readonly commands: UserCommand[] = [];
  reply: unknown = {};
  pages: LivePage[] = [];
  /** Documents of lives as seen from outside, by live id, where a test needs them. */
  readonly documents = new Map<string, LiveDocument>();
  loginError: Error | null = null;
  user: User = user('ann');

  async login(): Promise<User> {
    this.calls.push('login');
    if (this.loginError) throw this.loginError;
    return this.user;
  }

  async serverTime(): Promise<number> {
    return Date.now() + 5000;
  }

  async fetchLiveList({ cursor, count }: { cursor: string; count: number }): Promise<LivePage> {
    this.calls.push(`list "${cursor}" ${count}`);
    return this.pages.shift() ?? { lives: [], cursor: '' };
  }

  async fetchLive(liveId: string): Promise<LiveDocument> {
    this.calls.push(`live ${liveId}`);
    return this.documents.get(liveId) ?? documentOf(liveId.replace(/_live$/, ''));
  }

  async execute<T extends UserCommandType>(command: UserCommandOf<T>): Promise<ReplyTo<T>> {
    this.commands.push(command);
    if (this.reply instanceof Error) throw this.reply;
    return this.reply as ReplyTo<T>;
  }

  join(liveId: string, sink: LiveSink): Promise<LiveConnection> {
    this.calls.push(`join ${liveId}`);
    const connection = new ScriptedConnection();
    return new Promise((resolve, reject) => {
      this.joins.push({ liveId, sink: new Teller(sink), connection, admit: () => resolve(connection), refuse: reject });
    });
  }

  async logout(): Promise<void> {
    this.calls.push('logout');
  }
}

export class ScriptedConnection implements LiveConnection {
  readonly calls: string[] = [];
  error: Error | null = null;

  async setCameraEnabled(enabled: boolean): Promise<void> {
    this.#note(`camera ${enabled}`);
  }

  async setMicrophoneEnabled(enabled: boolean): Promise<void> {
    this.#note(`microphone ${enabled}`);
  }

  async startAudio(): Promise<void> {
    this.#note('audio');
  }

  setLiveMuted(liveId: string, isMuted: boolean): void {
    this.calls.push(`${isMuted ? 'mute' : 'unmute'} ${liveId}`);
  }

  async close(): Promise<void> {
    this.#note('close');
  }

  #note(call: string): void {
    this.calls.push(call);
    if (this.error) throw this.error;
  }
}
