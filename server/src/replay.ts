import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { replay } from 'live-battles/referee';
import { timelineOf } from './replay-timeline.js';
import { openSqlite } from './store/open-sqlite.js';
import { SqliteLedger } from './store/sqlite-ledger.js';

const usage = 'Usage: npm run -w server replay -- --database FILE BATTLE_ID';

function main(): void {
  const options = { database: { type: 'string' } } as const;
  const { values, positionals } = parseArgs({ options, allowPositionals: true });
  const [battleId, ...rest] = positionals;
  if (!values.database || !battleId || rest.length > 0) throw new Error(usage);
  // npm runs this in the package's folder. The path is relative to the folder of the command, which is INIT_CWD.
  const file = resolve(process.env['INIT_CWD'] ?? '.', values.database);
  if (!existsSync(file)) throw new Error(`there is no file ${file}`);
  const db = openSqlite(file);
  try {
    db.exec('PRAGMA query_only = ON');
    const steps = replay(new SqliteLedger(db).ofBattle(battleId));
    if (steps.length === 0) throw new Error(`the ledger knows no battle "${battleId}"`);
    for (const line of timelineOf(steps)) console.log(line);
  } finally {
    db.close();
  }
}

try {
  main();
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
}
