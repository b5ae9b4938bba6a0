import { type Metrics, type Sample, sumOf } from './parse-metrics.js';

/** The metrics at a time. */
export interface Snapshot {
  /** Milliseconds. */
  readonly at: number;
  readonly metrics: Metrics;
}

type Matches = (labels: Sample['labels']) => boolean;

/**
 * How much a counter grew from one snapshot to the next; null if it began again, as when the service was started, or if it
 * is not there.
 */
export function growth(
  before: Snapshot,
  after: Snapshot,
  name: string,
  matches?: Matches,
): number | null {
  const end = sumOf(after.metrics, name, matches);
  if (end === null) return null;
  const grown = end - (sumOf(before.metrics, name, matches) ?? 0);
  return grown < 0 ? null : grown;
}

/** How much a counter grew in a second. */
export function perSecond(
  before: Snapshot,
  after: Snapshot,
  name: string,
  matches?: Matches,
): number | null {
  const seconds = (after.at - before.at) / 1000;
  const grown = growth(before, after, name, matches);
  return grown === null || seconds <= 0 ? null : grown / seconds;
}

/** The average of what a histogram or a summary got in between; null if it got nothing. */
export function average(
  before: Snapshot,
  after: Snapshot,
  name: string,
  matches?: Matches,
): number | null {
  const sum = growth(before, after, `${name}_sum`, matches);
  const number = growth(before, after, `${name}_count`, matches);
  return sum === null || number === null || number === 0 ? null : sum / number;
}

/**
 * A quantile of what a histogram got in between, as Prometheus estimates it: even within a bucket, and the last bound for
 * what is beyond it. Null if it got nothing.
 */
export function quantile(
  before: Snapshot,
  after: Snapshot,
  name: string,
  share: number,
  matches: Matches = () => true,
): number | null {
  const bucket = `${name}_bucket`;
  const bounds = [
    ...new Set(after.metrics.get(bucket)?.map(({ labels }) => labels['le'] ?? '') ?? []),
  ]
    .map((le) => ({ le, bound: le === '+Inf' ? Infinity : Number(le) }))
    .sort((a, b) => a.bound - b.bound);
  const counts = bounds.map(
    ({ le }) => growth(before, after, bucket, (l) => l['le'] === le && matches(l)) ?? 0,
  );
  const total = counts.at(-1) ?? 0;
  if (total === 0) return null;
  const at = counts.findIndex((count) => count >= share * total);
  const { bound } = bounds[at]!;
  const lower = at === 0 ? 0 : bounds[at - 1]!.bound;
  if (bound === Infinity) return lower;
  const below = at === 0 ? 0 : counts[at - 1]!;
  const within = counts[at]! - below;
  return within === 0 ? bound : lower + ((bound - lower) * (share * total - below)) / within;
}
