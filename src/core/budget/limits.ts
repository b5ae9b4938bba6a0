import { counted } from '../util/counted.js';

/** A bound on the work of one request or one job, which an operator can change. */
export interface Limit {
  /** The environment variable that sets it. */
  readonly variable: string;
  readonly fallback: number;
  readonly min: number;
  readonly max: number;
  /** What is counted, after a number. */
  readonly unit: string;
  /** The same after 1, for limits that are that low. */
  readonly one?: string;
  /** What it counts and what it protects, for the documentation. */
  readonly doc: string;
}

/** 23 days: the longest time that a timer of Node measures. */
const MAX_SECONDS = 2_000_000;

/** A worker has a job for 6 hours; then the queue gives it to another. An attempt ends before that. */
export const MAX_ATTEMPT_SECONDS = 21_300;

const MAX_AMOUNT = 1_000_000_000_000_000;

const limit = (
  name: string,
  fallback: number,
  unit: string,
  doc: string,
  max = name.endsWith('_SECONDS') ? MAX_SECONDS : MAX_AMOUNT,
): Limit => ({ variable: `VIDEOCRAFT_LIMITS_${name}`, fallback, min: 1, max, unit, doc });

/**
 * The limits on work. With the defaults, a machine with 2 cores
 * and 4 GiB of memory survives the most expensive config that is accepted.
 */
export const LIMITS = {
  expansionSteps: limit(
    'EXPANSION_STEPS',
    1_000_000,
    'steps of expansion',
    'Maximum number of steps to expand variables, conditions, and iterations. Protects the time of a request.',
  ),
  values: limit(
    'VALUES',
    1_000_000,
    'values in all shapes of the video',
    'Maximum number of values of a config, counted once for each shape of the video. Protects the time and the memory of a request.',
  ),
  elements: limit(
    'ELEMENTS',
    100_000,
    'scenes and elements in all shapes of the video',
    'Maximum number of scenes and elements, counted once for each shape of the video. Protects the memory of a job.',
  ),
  glyphs: limit(
    'GLYPHS',
    1_000_000,
    'characters of texts and captions in all shapes of the video',
    'Maximum number of characters to shape in texts and captions, counted once for each shape of the video. Protects the time of planning.',
  ),
  drawnGlyphs: limit(
    'DRAWN_GLYPHS',
    25_000_000,
    'drawn characters (characters × states of their animation)',
    'Maximum number of characters to draw: those of texts and captions, once for each state of their animation and each shape of the video. Protects the time of planning.',
  ),
  shapeMegapixels: limit(
    'SHAPE_MEGAPIXELS',
    4_000,
    'megapixels of painted shapes',
    'Maximum area of shapes to paint, in megapixels. A shape that moves is painted again every 10 seconds. Protects the time of a job.',
  ),
  movingMegapixels: limit(
    'MOVING_MEGAPIXELS',
    12_000_000,
    'megapixels of moving layers (area × frames)',
    'Maximum area of moving layers, in megapixels, counted in each of their frames. Protects the time of a job.',
  ),
  motionSteps: limit(
    'MOTION_STEPS',
    50_000_000,
    'values of movements (changing properties × frames)',
    'Maximum number of values to compute for movements: one for each property that changes in each frame. Protects the time of planning.',
  ),
  frames: limit(
    'FRAMES',
    10_000_000,
    'frames in all shapes of the video',
    'Maximum number of frames, counted once for each shape of the video. Protects the time and the memory of a job.',
  ),
  sourceSeconds: limit(
    'SOURCE_SECONDS',
    43_200,
    'seconds of decoded sound',
    'Maximum length of the sound of all sources of a job, in seconds. A second takes 384,000 bytes in the work folder. Protects the disk.',
  ),
  voiceCharacters: limit(
    'VOICE_CHARACTERS',
    50_000,
    'characters of voices',
    'Maximum number of characters that the voices of a video speak, which are about an hour of speech. Protects the time of a job and the bill of the voice engine.',
  ),
  htmlPages: {
    ...limit(
      'HTML_PAGES',
      100,
      'pages of HTML in all shapes of the video',
      'Maximum number of pages of HTML that a browser draws, counted once for each shape of the video. Protects the time of a job.',
    ),
    one: 'page of HTML in all shapes of the video',
  },
  drawingPoints: limit(
    'DRAWING_POINTS',
    1_000_000_000,
    'points of drawn outlines',
    'Maximum number of points in the outlines of drawn characters. Protects the time of planning from fonts with complex glyphs.',
  ),
  keptPoints: limit(
    'KEPT_POINTS',
    16_000_000,
    'points of outlines in memory',
    'Maximum number of points in the outlines of all text elements of a job, or of one page of captions. They are kept in memory, about 12 bytes each. Protects the memory of a job.',
  ),
  fileBytes: limit(
    'FILE_BYTES',
    34_359_738_368,
    'bytes of one file',
    'Maximum size of a file that ffmpeg writes, in bytes. It requires `prlimit`. Protects the disk.',
  ),
  workBytes: limit(
    'WORK_BYTES',
    68_719_476_736,
    'bytes in the work folder',
    'Maximum size of the work folder of a job, in bytes. Protects the disk.',
  ),
  jobSeconds: limit(
    'JOB_SECONDS',
    21_000,
    'seconds of rendering',
    `Maximum time of one attempt to render, in seconds, at most ${MAX_ATTEMPT_SECONDS}. Protects other jobs in the queue.`,
    MAX_ATTEMPT_SECONDS,
  ),
  waitingJobs: {
    ...limit(
      'WAITING_JOBS',
      10_000,
      'waiting jobs of an API key',
      'Maximum number of jobs of an API key that wait for a worker. Protects the queue.',
    ),
    one: 'waiting job of an API key',
  },
  runningJobs: {
    ...limit(
      'RUNNING_JOBS',
      0,
      'running jobs of an API key',
      'Maximum number of jobs of an API key that run at the same time, at most 200. Its other jobs wait, and jobs of other keys start before them. 0: any number. Protects the workers.',
      200,
    ),
    min: 0,
    one: 'running job of an API key',
  },
  dailyVideoSeconds: {
    ...limit(
      'DAILY_VIDEO_SECONDS',
      0,
      'seconds of video of an API key in a day',
      'Maximum length of the videos that are finished for an API key in a day (UTC), in seconds. Each video of a job counts. Jobs that wait when it is reached still run. 0: any length. Protects the workers.',
      MAX_AMOUNT,
    ),
    min: 0,
  },
  dailyVoiceCharacters: {
    ...limit(
      'DAILY_VOICE_CHARACTERS',
      0,
      'spoken characters of an API key in a day',
      'Maximum number of characters that voice engines speak for an API key in a day (UTC). What was spoken before does not count. 0: any number. Protects the bill of the voice engine.',
    ),
    min: 0,
  },
  keptBytes: {
    ...limit(
      'KEPT_BYTES',
      0,
      'bytes of finished videos of an API key',
      'Maximum size of all files of the finished videos of an API key, in bytes. A key that has reached it submits again after it has deleted videos. 0: any size. Protects the disk.',
    ),
    min: 0,
  },
  assetBytes: {
    ...limit(
      'ASSET_BYTES',
      21_474_836_480,
      'bytes of assets of an API key',
      'Maximum size of all assets of an API key, in bytes, with those whose upload is not finished. 0: any size. Protects the disk.',
    ),
    min: 0,
  },
  assets: {
    ...limit(
      'ASSETS',
      10_000,
      'assets of an API key',
      'Maximum number of assets of an API key, with those whose upload is not finished. 0: any number. Protects the database.',
    ),
    min: 0,
    one: 'asset of an API key',
  },
  priority: {
    ...limit(
      'PRIORITY',
      0,
      'as the priority of a job',
      'Highest `priority` of a job of an API key, from -5 to 5. Keys with the scope `admin` can use all. Protects the turns of other keys.',
      5,
    ),
    min: -5,
  },
  dailyConfigBytes: limit(
    'DAILY_CONFIG_BYTES',
    1_073_741_824,
    'bytes of configs of an API key in a day',
    'Maximum size of the configs that an API key stores in a day (UTC), in bytes. Each item of a batch stores its own. Protects the disk of the database.',
  ),
} as const satisfies Record<string, Limit>;

export type LimitName = keyof typeof LIMITS;

/** The limits of an installation. */
export type Limits = Readonly<Record<LimitName, number>>;

export const DEFAULT_LIMITS = Object.fromEntries(
  Object.entries(LIMITS).map(([name, { fallback }]) => [name, fallback]),
) as Limits;

/**
 * The message about an amount that exceeds its limit: the amount, the limit, and how to raise it.
 *
 * @param setting what sets the limit, if it is not that of the configuration
 */
export function limitMessage(
  name: LimitName,
  most: number,
  amount: number | null,
  setting = `the limit with ${LIMITS[name].variable}`,
): string {
  const { unit, one = unit }: Limit = LIMITS[name];
  const got = amount === null ? '' : `, but got ${Math.ceil(amount)}`;
  return `Expected at most ${counted(most, one, unit)}${got}. The operator sets ${setting}.`;
}
