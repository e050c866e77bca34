import type { Measured } from './measure.js';

/** Prints a table: the median, the quartiles, how often it can be done a second, and the ratio to the first row. */
export function printTable(title: string, measured: readonly Measured[]): void {
  console.log(`\n${title}`);
  for (const { name, micros, quartiles } of measured) {
    const ratio = micros / measured[0]!.micros;
    const spread = quartiles.map((quartile) => quartile.toFixed(1)).join('–');
    const cells = [
      `${micros.toFixed(1)} µs`,
      `(${spread})`,
      `${Math.round(1e6 / micros).toLocaleString('en')} a second`,
    ];
    console.log(`  ${name.padEnd(36)}${cells.map((cell) => cell.padStart(18)).join('')}  × ${ratio.toFixed(2)}`);
  }
}
