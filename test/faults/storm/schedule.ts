import { seededNumbers } from '../../support/mutate.js';

/** Where a worker is with its job when a fault hits it. */
export const MOMENTS = ['fetch', 'plan', 'segments', 'assemble', 'publish', 'commit'] as const;
export type Moment = (typeof MOMENTS)[number];

export const FAULT_KINDS = [
  'worker-kill',
  'supervisor-kill',
  'ffmpeg-kill',
  'ffmpeg-hang',
  'postgres-stop',
  'api-kill',
  'rolling-restart',
  'link-silent',
  'link-reset',
  'host-cut',
  'accept-lost',
  'disk-full',
  'clock-jump',
  'store-errors',
  'store-slow',
  'client-gone',
] as const;
export type FaultKind = (typeof FAULT_KINDS)[number];

/** Faults that wait for a moment of a worker, and the moments that they have. The others happen at once. */
const MOMENTS_OF: Partial<Record<FaultKind, readonly Moment[]>> = {
  'worker-kill': MOMENTS,
  'supervisor-kill': ['fetch', 'segments', 'publish', 'commit'],
  'ffmpeg-kill': ['segments'],
  'ffmpeg-hang': ['segments'],
  'postgres-stop': ['segments', 'publish', 'commit'],
  'link-silent': ['segments', 'publish'],
  'link-reset': ['segments', 'publish', 'commit'],
  'host-cut': ['segments'],
  'disk-full': ['segments'],
};

export interface ScheduledFault {
  /** Milliseconds from the start of the storm. */
  readonly at: number;
  readonly kind: FaultKind;
  /** The worker that it hits; other kinds ignore it. */
  readonly worker: number;
  /** Null: whatever the worker does. */
  readonly moment: Moment | null;
  readonly seconds: number;
}

export interface ScheduledJob {
  readonly index: number;
  readonly at: number;
  readonly kind: 'small' | 'real';
  readonly frames: number;
  /** True if the client leaves before it reads the first answer. */
  readonly leaves: boolean;
}

export interface StormSize {
  readonly small: number;
  readonly real: number;
  readonly faults: number;
  /** From one fault to the next, on average. */
  readonly gapMs: number;
  readonly workers: number;
}

export interface Schedule {
  readonly jobs: readonly ScheduledJob[];
  readonly faults: readonly ScheduledFault[];
}

export const SHORT: StormSize = { small: 33, real: 3, faults: 10, gapMs: 2_500, workers: 3 };
export const LONG: StormSize = { small: 950, real: 50, faults: 90, gapMs: 5_000, workers: 3 };

/** A folder has no troubles of its own. */
const ONLY_S3: readonly FaultKind[] = ['store-errors', 'store-slow'];

/** What happens in a storm, and when. It depends on the seed alone, and on the kind of the store. */
export function scheduleOf(seed: number, size: StormSize, store: 'folder' | 's3'): Schedule {
  const random = seededNumbers(seed);
  const kinds = FAULT_KINDS.filter((kind) => store === 's3' || !ONLY_S3.includes(kind));
  const below = (count: number) => Math.floor(random() * count);
  const lengthMs = size.faults * size.gapMs;
  const faults = deckOf(size.faults, kinds, below).map((fault, index) => ({
    ...fault,
    at: Math.round(size.gapMs * (index + 0.2 + 0.6 * random())),
    worker: below(size.workers),
    seconds: 1 + below(6),
  }));
  const count = size.small + size.real;
  const everyReal = count / size.real;
  const jobs = Array.from({ length: count }, (_, index) => ({
    index,
    at: Math.round((lengthMs / count) * (index + random())),
    ...(Math.floor((index + 1) / everyReal) > Math.floor(index / everyReal)
      ? ({ kind: 'real', frames: REAL_FRAMES } as const)
      : ({ kind: 'small', frames: 6 + 3 * below(5) } as const)),
    leaves: below(20) === 0,
  }));
  return { jobs, faults };
}

/** Three scenes of 1.5 s at 30 frames per second. */
export const REAL_FRAMES = 135;

/** Every kind at every of its moments comes before any is repeated. */
function deckOf(
  count: number,
  kinds: readonly FaultKind[],
  below: (count: number) => number,
): Pick<ScheduledFault, 'kind' | 'moment'>[] {
  const all = kinds.flatMap((kind) =>
    (MOMENTS_OF[kind] ?? [null]).map((moment) => ({ kind, moment })),
  );
  const deck: typeof all = [];
  while (deck.length < count) deck.push(...shuffled(all, below));
  return deck.slice(0, count);
}

function shuffled<T>(items: readonly T[], below: (count: number) => number): T[] {
  const left = [...items];
  return items.map(() => left.splice(below(left.length), 1)[0]!);
}
