import { readFileSync } from 'node:fs';
import { parser } from '@prometheus-io/lezer-promql';
import { parse } from 'yaml';

interface Metric {
  readonly type: string;
  readonly labels: readonly string[];
}

/** The table of docs/monitoring.md. */
const DOCUMENTED = new Map<string, Metric>(
  [
    ...readFileSync('docs/monitoring.md', 'utf8').matchAll(
      /^\| `(videocraft_\w+)` *\| (\w+) *\| (.*) \|$/gm,
    ),
  ].map(([, name, type, labels]) => [
    name!,
    { type: type!, labels: labels!.replaceAll(/\([^)]*\)/g, '').match(/\w+/g) ?? [] },
  ]),
);
/** Those of Prometheus itself, and of its client for Node. */
const USUAL = new Set(['up', 'process_resident_memory_bytes', 'nodejs_eventloop_lag_p99_seconds']);
const USUAL_LABELS = ['instance', 'job', 'le'];

interface Used {
  readonly metrics: readonly string[];
  readonly labels: readonly string[];
}

/** What a query reads. @throws for what is no PromQL */
function readQuery(query: string): Used {
  const metrics = new Set<string>();
  const labels = new Set<string>();
  parser.parse(query).iterate({
    enter: ({ type, from, to, node }) => {
      const text = query.slice(from, to);
      if (type.isError) throw new Error(`no PromQL at ${from}: ${query}`);
      if (type.name === 'Identifier' && node.parent?.name === 'VectorSelector') metrics.add(text);
      if (type.name === 'LabelName') labels.add(text);
    },
  });
  return { metrics: [...metrics], labels: [...labels] };
}

/** The documented metric that a time series belongs to. */
function documented(name: string): Metric | undefined {
  const histogram = DOCUMENTED.get(name.replace(/_(bucket|sum|count)$/, ''));
  return histogram?.type === 'histogram' ? histogram : DOCUMENTED.get(name);
}

const dashboard = JSON.parse(readFileSync('deploy/grafana/videocraft.json', 'utf8')) as {
  panels: { id: number; title: string; gridPos: object; targets: { expr: string }[] }[];
};
const { groups } = parse(readFileSync('deploy/prometheus/alerts.yml', 'utf8')) as {
  groups: { rules: { alert: string; expr: string; annotations: { summary: string } }[] }[];
};
const rules = groups.flatMap((group) => group.rules);
const queries = [
  ...dashboard.panels.flatMap(({ title, targets }) =>
    targets.map(({ expr }) => [title, expr.replaceAll('$instance', '.*')] as const),
  ),
  ...rules.map(({ alert, expr }) => [alert, expr] as const),
];

describe('the dashboard and the alerts', () => {
  it.each(queries)('%s reads only metrics and labels that exist', (_title, query) => {
    const { metrics, labels } = readQuery(query);
    expect(metrics.length).toBeGreaterThan(0);
    expect(metrics.filter((name) => !USUAL.has(name) && !documented(name))).toEqual([]);
    const known = [...USUAL_LABELS, ...metrics.flatMap((name) => documented(name)?.labels ?? [])];
    expect(labels.filter((name) => !known.includes(name))).toEqual([]);
    // A counter grows for ever, so only its rate tells anything; a gauge has none.
    for (const name of metrics) {
      const type = documented(name)?.type ?? 'gauge';
      const isRate = new RegExp(`(rate|increase)\\(\\s*${name}\\b`).test(query);
      expect([name, isRate]).toEqual([name, type !== 'gauge']);
    }
  });

  it('show every metric of the service', () => {
    const read = new Set(queries.flatMap(([, query]) => readQuery(query).metrics));
    const shown = (name: string) => read.has(name) || read.has(`${name}_bucket`);
    expect(DOCUMENTED.size).toBeGreaterThan(10);
    expect([...DOCUMENTED.keys()].filter((name) => !shown(name))).toEqual([]);
  });

  it('the table has every metric of the code', () => {
    const sources = [
      'engine/metrics/metrics',
      'assets/files/asset-metrics',
      'outgoing/outgoing-figures',
    ];
    const code = sources.map((file) => readFileSync(`src/${file}.ts`, 'utf8')).join('');
    const names = [...code.matchAll(/name: '(videocraft_\w+)'/g)].map(([, name]) => name!);
    expect(names.sort()).toEqual([...DOCUMENTED.keys()].sort());
  });

  it('has panels that do not hide each other, and alerts that the docs explain', () => {
    const places = dashboard.panels.map(({ gridPos }) => JSON.stringify(gridPos));
    expect(new Set(places).size).toBe(places.length);
    const page = readFileSync('docs/monitoring.md', 'utf8');
    for (const { alert, annotations } of rules) {
      expect(page).toContain(`\`${alert}\``);
      expect(annotations.summary).toMatch(/\.$/);
    }
  });

  it('a query with a mistake is found', () => {
    expect(() => readQuery('sum(rate(x[5m])')).toThrow('no PromQL');
    expect(readQuery('sum by (a) (x{b="c"})')).toEqual({ metrics: ['x'], labels: ['a', 'b'] });
  });
});
