import { describe, expect, it } from 'vitest';
import { floorViolations } from '../../scripts/check-floors.js';

describe('the floors', () => {
  it.each([
    ['src/core/stores/battle.ts', "import { Signal } from 'signal-polyfill';"],
    ['src/core/stores/battle.ts', "import { LiveError } from '../live-error.js';"],
    ['src/referee/rules/battle.ts', "import type { User } from '../../core/user.js';"],
    ['src/engines/local/index.ts', "import { Referee } from '../../referee/index.js';"],
    ['src/engines/livekit/room.ts', "import type { Room } from 'livekit-client';"],
    ['src/engines/livekit/room.ts', "export type { Room } from 'livekit-client';"],
    ['src/engines/livekit/room.ts', "type Kit = typeof import('livekit-client');"],
    ['src/engines/livekit/room.ts', "const { Room } = await import('livekit-client');"],
    ['src/components/battle-panel/battle-panel.ts', "import { html } from 'lit/static-html.js';"],
    ['src/components/battle-panel/battle-panel.ts', "import { Battle } from '../../core/index.js';"],
    ['src/components/battle-panel/battle-panel.ts', "// import fs from 'node:fs'"],
    ['src/index.ts', "export * from './core/index.js';"],
    ['scripts/anything.ts', "import fs from 'node:fs';"],
  ])('let %s say %s', (path, text) => {
    expect(floorViolations(path, text)).toEqual([]);
  });

  it.each([
    ['src/core/stores/battle.ts', "import { html } from 'lit';"],
    ['src/core/stores/battle.ts', "import type { Referee } from '../../referee/index.js';"],
    ['src/core/live.ts', "import '../../package.json';"],
    ['src/core/live.ts', "import { readFileSync } from 'node:fs';"],
    ['src/core/live.ts', "import { readFileSync } from 'fs';"],
    ['src/referee/index.ts', "import { Signal } from 'signal-polyfill';"],
    ['src/referee/index.ts', "import { LocalEngine } from '../engines/local/index.js';"],
    ['src/engines/local/index.ts', "import { LiveKitEngine } from '../livekit/index.js';"],
    ['src/engines/local/index.ts', "const kit = await import('livekit-client');"],
    ['src/engines/livekit/room.ts', "import { Room } from 'livekit-client';"],
    ['src/engines/livekit/room.ts', "import { type Room } from 'livekit-client';"],
    ['src/engines/livekit/room.ts', "export { Room } from 'livekit-client';"],
    ['src/engines/livekit/room.ts', "import { Referee } from '../../referee/index.js';"],
    ['src/components/battle-panel/battle-panel.ts', "import '../../engines/local/index.js';"],
    ['src/components/battle-panel/battle-panel.ts', "import { Referee } from '../../referee/index.js';"],
    ['src/components/battle-panel/battle-panel.ts', "import type { Room } from 'livekit-client';"],
    ['src/components/battle-panel/battle-panel.ts', "const engine = import('../../engines/livekit/index.js');"],
    ['src/index.ts', "import '../server/src/main.js';"],
  ])('stop %s from saying %s', (path, text) => {
    expect(floorViolations(path, text)).toHaveLength(1);
  });

  it('point at the file and line', () => {
    const [violation] = floorViolations('src/core/live.ts', "const a = 1;\n\nimport { html } from 'lit';\n");
    expect(violation).toMatch(/^src\/core\/live\.ts:3: imports 'lit'/);
  });
});
