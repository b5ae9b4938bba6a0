import type { Cost } from './measure.js';

/** Formats costs and their ratio. */
export function describe({ wallSeconds, cpuSeconds, peakMemoryBytes }: Cost): string {
  const memory = Math.round(peakMemoryBytes / 2 ** 20);
  return `${cpuSeconds.toFixed(cpuSeconds < 10 ? 2 : 1)} CPU s, ${wallSeconds.toFixed(1)} s, peak ${memory} MiB`;
}

export function ratio(a: number, b: number): string {
  return `${(a / b).toFixed(2)} x`;
}

export function total(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}

export function print(title: string, lines: readonly (readonly [string, string])[]): void {
  process.stdout.write(`\n${title}\n`);
  for (const [name, value] of lines) process.stdout.write(`  ${name.padEnd(30)}${value}\n`);
}
