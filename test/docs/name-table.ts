import { readFileSync } from 'node:fs';

/** One row of a table in docs/atomicxcore.md. */
export interface NameRow {
  /** Heading of the section: the name of a store. */
  section: string;
  /** Heading of the table: methods, state or events. */
  kind: string;
  /** Our name; null where the kit has none. */
  here: string | null;
  cells: readonly string[];
}

/** The rows of all tables under a heading of level three. */
export function nameRows(): readonly NameRow[] {
  const text = readFileSync(new URL('../../docs/atomicxcore.md', import.meta.url), 'utf8');
  let section = '';
  let kind = '';
  return text.split('\n').flatMap((line) => {
    const [, level, heading] = /^(##+) (.+)$/.exec(line) ?? [];
    if (heading !== undefined) {
      if (level === '##') section = heading;
      kind = level === '##' ? '' : heading;
    }
    if (kind === '' || !line.startsWith('|') || line.startsWith('| here ') || line.startsWith('| ---')) return [];
    const cells = line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim());
    const here = /^`(.+)`$/.exec(cells[0] ?? '')?.[1] ?? null;
    return [{ section, kind, here, cells }];
  });
}
