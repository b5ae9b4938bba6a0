import { texts } from '../../texts/index.js';
import { type Metrics, sumOf } from './parse-metrics.js';
import { growth, perSecond, quantile, type Snapshot } from './rates.js';

/** A line of a chart. */
export interface Series {
  readonly name: string;
  /** Its value from two snapshots that follow each other. Null: there is none. */
  readonly value: (before: Snapshot, after: Snapshot) => number | null;
}

/** What is drawn in one picture. */
export interface Chart {
  readonly title: string;
  readonly series: readonly Series[];
  readonly format: (value: number) => string;
  /** The top is at least there, so that noise does not look like much. */
  readonly least: number;
}

const { charts: titles, series: names } = texts.operate.figures;
const { units } = texts;
const HTTP = 'videocraft_http_request_duration_seconds';
const STEPS = 'videocraft_render_step_duration_seconds';
/** Responses that last as long as their reader wants. */
const isShort = ({ route = '' }: Readonly<Record<string, string>>) =>
  !/\/(events|download|files\/|links\/|draft)/.test(route);

const perMinute = (value: number | null) => (value === null ? null : value * 60);
const gauge =
  (name: string, label?: string, wanted?: string) =>
  (_: Snapshot, { metrics }: { metrics: Metrics }) =>
    sumOf(metrics, name, (labels) => label === undefined || labels[label] === wanted);

function jobs(status: 'pending' | 'processing'): Series {
  return { name: names[status], value: gauge('videocraft_jobs', 'status', status) };
}

function ended(status: 'completed' | 'failed'): Series {
  const matches = (labels: Readonly<Record<string, string>>) => labels['status'] === status;
  return {
    name: names[status],
    value: (before, after) => perMinute(perSecond(before, after, 'videocraft_jobs', matches)),
  };
}

function step(name: string, isOf: (step: string) => boolean): Series {
  return {
    name,
    value(before, after) {
      const sum = growth(before, after, `${STEPS}_sum`, ({ step: own = '' }) => isOf(own));
      // Each job has each step once, apart from `model`.
      const finished = growth(
        before,
        after,
        `${STEPS}_count`,
        ({ step: own }) => own === 'publish',
      );
      return sum === null || finished === null || finished === 0 ? null : sum / finished;
    },
  };
}

function segments(origin: 'cache' | 'encoder'): Series {
  return {
    name: names[origin],
    value: (before, after) =>
      perMinute(
        perSecond(before, after, 'videocraft_render_segments_total', (l) => l['origin'] === origin),
      ),
  };
}

const OWN_STEPS = ['words', 'segments', 'assemble'];

/** All charts, in their order. */
export const CHARTS: readonly Chart[] = [
  {
    title: titles.jobs,
    series: [jobs('pending'), jobs('processing')],
    format: units.number,
    least: 4,
  },
  {
    title: titles.ended,
    series: [ended('completed'), ended('failed')],
    format: units.number,
    least: 4,
  },
  {
    title: titles.wait,
    series: [{ name: names.wait, value: gauge('videocraft_queue_oldest_job_age_seconds') }],
    format: units.took,
    least: 10,
  },
  {
    title: titles.render,
    series: [
      ...OWN_STEPS.map((own) => step(texts.render.steps.names[own] ?? own, (each) => each === own)),
      step(names.others, (each) => !OWN_STEPS.includes(each)),
    ],
    format: units.took,
    least: 1,
  },
  {
    title: titles.cpu,
    series: [
      {
        name: names.cpu,
        value: (before, after) => {
          const cores = perSecond(before, after, 'process_cpu_seconds_total');
          return cores === null ? null : cores * 100;
        },
      },
    ],
    format: units.percent,
    least: 100,
  },
  {
    title: titles.memory,
    series: [
      { name: names.resident, value: gauge('process_resident_memory_bytes') },
      { name: names.heap, value: gauge('nodejs_heap_size_used_bytes') },
    ],
    format: units.bytes,
    least: 64 * 1024 * 1024,
  },
  {
    title: titles.ffmpeg,
    series: [{ name: names.processes, value: gauge('videocraft_ffmpeg_processes') }],
    format: units.number,
    least: 4,
  },
  {
    title: titles.latency,
    series: [
      {
        name: names.p50,
        value: (before, after) => quantile(before, after, HTTP, 0.5, isShort),
      },
      {
        name: names.p99,
        value: (before, after) => quantile(before, after, HTTP, 0.99, isShort),
      },
    ],
    format: units.took,
    least: 0.1,
  },
  {
    title: titles.requests,
    series: [
      {
        name: names.requests,
        value: (before, after) => perSecond(before, after, 'videocraft_http_requests_total'),
      },
      {
        name: names.errors,
        value: (before, after) =>
          perSecond(before, after, 'videocraft_http_requests_total', ({ status = '' }) =>
            status.startsWith('5'),
          ) ?? 0,
      },
    ],
    format: units.number,
    least: 1,
  },
  {
    title: titles.segments,
    series: [segments('cache'), segments('encoder')],
    format: units.number,
    least: 10,
  },
];

/** A line with its values. */
export interface Line {
  readonly name: string;
  readonly values: readonly (number | null)[];
}

/** The lines of a chart, from the second snapshot on. */
export function linesOf({ series }: Chart, snapshots: readonly Snapshot[]): readonly Line[] {
  return series.map(({ name, value }) => ({
    name,
    values: snapshots.slice(1).map((after, index) => value(snapshots[index]!, after)),
  }));
}
