import { parseMetrics, sumOf } from './parse-metrics.js';
import { average, growth, perSecond, quantile, type Snapshot } from './rates.js';

const snapshot = (at: number, text: string): Snapshot => ({ at, metrics: parseMetrics(text) });

describe('parseMetrics', () => {
  it('reads names, labels, and values', () => {
    const metrics = parseMetrics(
      [
        '# HELP jobs Jobs by state.',
        '# TYPE jobs gauge',
        'jobs{status="pending"} 3',
        'jobs{status="failed",why="a \\"b\\" \\\\ c\\nd, e}"} 1.5e3 1700000000000',
        'lag_seconds 0.019',
        'bound_bucket{le="+Inf"} +Inf',
        'not a metric at all',
        'nan NaN',
        '',
      ].join('\n'),
    );
    expect(metrics.get('jobs')).toEqual([
      { labels: { status: 'pending' }, value: 3 },
      { labels: { status: 'failed', why: 'a "b" \\ c\nd, e}' }, value: 1_500 },
    ]);
    expect(sumOf(metrics, 'lag_seconds')).toBe(0.019);
    expect(sumOf(metrics, 'bound_bucket')).toBe(Infinity);
    expect([...metrics.keys()]).toEqual(['jobs', 'lag_seconds', 'bound_bucket']);
  });

  it('sums the values with some labels', () => {
    const metrics = parseMetrics('a{b="1"} 1\na{b="2"} 2\na{b="1",c="x"} 4\n');
    expect(sumOf(metrics, 'a')).toBe(7);
    expect(sumOf(metrics, 'a', ({ b }) => b === '1')).toBe(5);
    expect(sumOf(metrics, 'a', ({ b }) => b === '3')).toBeNull();
    expect(sumOf(metrics, 'b')).toBeNull();
  });
});

describe('rates', () => {
  const before = snapshot(0, 'n 10\nt_sum 1\nt_count 2\n');
  const after = snapshot(5_000, 'n 20\nt_sum 4\nt_count 4\nnew 5\n');

  it('tells how much a counter grew', () => {
    expect(growth(before, after, 'n')).toBe(10);
    expect(perSecond(before, after, 'n')).toBe(2);
    expect(growth(before, after, 'new')).toBe(5);
    expect(growth(before, after, 'none')).toBeNull();
  });

  it('says nothing of a counter that began again', () => {
    expect(growth(after, before, 'n')).toBeNull();
  });

  it('tells the average of what came in between', () => {
    expect(average(before, after, 't')).toBe(1.5);
    expect(average(after, after, 't')).toBeNull();
  });

  it('estimates quantiles as Prometheus does', () => {
    const buckets = (a: number, b: number, c: number) =>
      `t_bucket{le="0.1"} ${a}\nt_bucket{le="1"} ${b}\nt_bucket{le="+Inf"} ${c}\n`;
    const start = snapshot(0, buckets(5, 5, 5));
    expect(quantile(start, snapshot(1, buckets(10, 15, 15)), 't', 0.5)).toBeCloseTo(0.1);
    expect(quantile(start, snapshot(1, buckets(5, 15, 15)), 't', 0.5)).toBeCloseTo(0.55);
    expect(quantile(start, snapshot(1, buckets(5, 5, 15)), 't', 0.99)).toBe(1);
    expect(quantile(start, start, 't', 0.5)).toBeNull();
  });
});
