import { spawn, spawnSync } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

const scripts = fileURLToPath(new URL('../../scripts', import.meta.url));

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'start-'));
});

afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** Runs Node with a PATH that holds only `programs`: shell scripts by name. */
function node(args: string[], programs: Record<string, string> = {}, env: NodeJS.ProcessEnv = {}) {
  const bin = join(folder, 'bin');
  mkdirSync(bin, { recursive: true });
  for (const [name, script] of Object.entries(programs)) {
    writeFileSync(join(bin, name), `#!/bin/sh\n${script}\n`);
    chmodSync(join(bin, name), 0o755);
  }
  const { status, stdout, stderr } = spawnSync(process.execPath, args, {
    env: { PATH: bin, ...env },
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
}

const start = (...args: string[]) => node([join(scripts, 'start.mjs'), ...args]);

/** Runs `whyNoLiveKit` from a copy of the scripts, next to which LiveKit was never built. */
function whyNoLiveKit(programs: Record<string, string>, env?: NodeJS.ProcessEnv) {
  cpSync(scripts, join(folder, 'scripts'), { recursive: true });
  const code = `
    import { whyNoLiveKit } from ${JSON.stringify(join(folder, 'scripts/studio-servers.mjs'))};
    import { runMain } from ${JSON.stringify(join(folder, 'scripts/setup-error.mjs'))};
    await runMain(async () => console.log('without:', await whyNoLiveKit()));`;
  return node(['--input-type=module', '--eval', code], programs, env);
}

describe('npm start, when something is missing', () => {
  it.each([
    [['--nope'], "Unknown option '--nope'; see npm start -- --help"],
    [['--port', 'x'], '--port x: a port is a number from 1 to 65535'],
    [['--host', '203.0.113.9'], '--host 203.0.113.9: not an address of this machine'],
  ])('says in one line what is wrong with %j', (args, message) => {
    const { status, stderr, stdout } = start(...args);
    expect(stderr.trim().split('\n')).toHaveLength(1);
    expect(stderr).toContain(message);
    expect(stdout).toBe('');
    expect(status).toBe(1);
  });

  it('says in one line that the port is in use, and what to do', async () => {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    const child = spawn(process.execPath, [join(scripts, 'start.mjs'), '--port', String(port)]);
    let said = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => (said += text));
    const code = await new Promise((resolve) => child.once('close', resolve));
    server.close();
    expect(code).toBe(1);
    expect(said).toBe(`Port ${port} is in use: stop what listens there, or run npm start -- --port ${port + 1}\n`);
  });

  it('does without LiveKit where there is no Go to build one, and says what would help', () => {
    const { status, stdout } = whyNoLiveKit({});
    expect(stdout).toMatch(/^without: No LiveKit and no Go .*install Go .*livekit-server on the PATH.*LIVEKIT_URL/);
    expect(status).toBe(0);
  });

  it('takes the livekit-server on the PATH', () => {
    expect(whyNoLiveKit({ 'livekit-server': 'exit 0' }).stdout).toBe('without: undefined\n');
  });

  it('takes the LiveKit of LIVEKIT_URL, but not without its key', () => {
    const url = { LIVEKIT_URL: 'ws://127.0.0.1:1' };
    const keys = { LIVEKIT_API_KEY: 'key', LIVEKIT_API_SECRET: 'secret' };
    expect(whyNoLiveKit({}, { ...url, ...keys }).stdout).toBe('without: undefined\n');
    const { status, stderr } = whyNoLiveKit({}, url);
    expect(stderr).toMatch(/^LIVEKIT_URL is set: set LIVEKIT_API_KEY and LIVEKIT_API_SECRET too.*--local\n$/);
    expect(status).toBe(1);
  });

  it('says in one line why a build failed, and that it also runs without', () => {
    const { status, stderr } = whyNoLiveKit({ go: 'echo "go: no route to the module proxy" >&2; exit 1' });
    expect(stderr).toMatch(/^Building LiveKit failed \(go: no route to the module proxy\).*npm start -- --local\n$/);
    expect(status).toBe(1);
  });
});
