/** A value of a metric, with its labels. */
export interface Sample {
  readonly labels: Readonly<Record<string, string>>;
  readonly value: number;
}

/** Metrics by their names. The parts of a histogram have names of their own, such as `..._bucket`. */
export type Metrics = ReadonlyMap<string, readonly Sample[]>;

const LINE = /^([A-Za-z_:][\w:]*)(?:\{(.*)\})?\s+(\S+)(?:\s+-?\d+)?\s*$/;
const LABEL = /([A-Za-z_]\w*)\s*=\s*"((?:[^"\\]|\\.)*)"/g;

/** Reads the text format of Prometheus. What it does not know is left out. */
export function parseMetrics(text: string): Metrics {
  const metrics = new Map<string, Sample[]>();
  for (const line of text.split('\n')) {
    if (line === '' || line.startsWith('#')) continue;
    const [, name, labels = '', written = ''] = LINE.exec(line) ?? [];
    if (name === undefined) continue;
    const value = toNumber(written);
    if (Number.isNaN(value)) continue;
    const samples = metrics.get(name) ?? [];
    samples.push({ labels: toLabels(labels), value });
    metrics.set(name, samples);
  }
  return metrics;
}

/** The sum of the values with some labels; null if there are none. */
export function sumOf(
  metrics: Metrics,
  name: string,
  matches: (labels: Sample['labels']) => boolean = () => true,
): number | null {
  const found = metrics.get(name)?.filter(({ labels }) => matches(labels)) ?? [];
  return found.length === 0 ? null : found.reduce((sum, { value }) => sum + value, 0);
}

function toNumber(written: string): number {
  if (written === '+Inf') return Infinity;
  if (written === '-Inf') return -Infinity;
  return Number(written);
}

function toLabels(text: string): Record<string, string> {
  const labels: Record<string, string> = {};
  for (const [, name = '', value = ''] of text.matchAll(LABEL)) {
    labels[name] = value.replaceAll(/\\(["\\n])/g, (_, char: string) =>
      char === 'n' ? '\n' : char,
    );
  }
  return labels;
}
