import { implementations, type Implementation } from '../implementations.js';
import type { AllFindings } from './findings.js';
import { rows, type Row } from './rows.js';
import type { Summary } from './summary.js';

/** The table in Markdown. Each cell has the median, and least and most in brackets. */
export function tableOf(findings: AllFindings, names: readonly Implementation[]): string {
  const head = ['measure', ...names.map((name) => implementations[name]), 'goal', 'met'];
  const lines = rows.flatMap((row) => {
    const summaries = names.map((name) => summaryFor(row, findings, name));
    if (summaries.every((summary) => summary === null)) return [];
    return [[row.title, ...summaries.map((summary) => cell(row, summary)), goalOf(row), verdict(row, findings)]];
  });
  return aligned([head, ...lines]);
}

function summaryFor({ isRatio, measure, finding }: Row, findings: AllFindings, name: Implementation): Summary | null {
  return isRatio ? findings.ratioOf(measure, name, finding) : findings.summaryOf(measure, name, finding);
}

function cell({ times = 1, digits = 0 }: Row, summary: Summary | null): string {
  if (!summary) return '';
  const [median, least, most] = [summary.median, summary.least, summary.most].map((value) =>
    (value * times).toLocaleString('en', { minimumFractionDigits: digits, maximumFractionDigits: digits }),
  );
  return least === most ? median! : `${median} (${least}–${most})`;
}

function goalOf({ atMost, atLeast }: Row): string {
  if (atMost !== undefined) return `≤ ${atMost.toLocaleString('en')}`;
  return atLeast === undefined ? '' : `≥ ${atLeast}`;
}

function verdict(row: Row, findings: AllFindings): string {
  const summary = summaryFor(row, findings, 'kit');
  if (!summary || goalOf(row) === '') return '';
  const value = summary.median * (row.times ?? 1);
  return value <= (row.atMost ?? Infinity) && value >= (row.atLeast ?? -Infinity) ? 'yes' : 'no';
}

function aligned(lines: readonly (readonly string[])[]): string {
  const widths = lines[0]!.map((_, column) => Math.max(...lines.map((line) => line[column]!.length)));
  const [head, ...body] = lines.map(
    (line) => `| ${line.map((words, column) => words.padEnd(widths[column]!)).join(' | ')} |`,
  );
  return [head, `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`, ...body].join('\n');
}
