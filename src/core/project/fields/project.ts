import { list, object } from '../../fields/composites.js';
import { Field, REFUSED } from '../../fields/field.js';
import { anyJson, choice, anyOf, boolean, integer, number, text } from '../../fields/scalars.js';
import { DEFAULT_PRIORITY } from '../../job/priority.js';
import { RESOLUTION_ALIASES, RESOLUTIONS, type Resolution } from '../types/resolutions.js';
import { MOST_STILLS, QUALITIES, type FrameRate, type Quality } from '../types/index.js';
import { destinations, filename, webhooks } from './delivery.js';
import { outputs } from './outputs.js';
import { priority } from './priority.js';
import { elements, scene } from './scene.js';
import { LONGEST_SECONDS } from './values.js';

/** The loudness that video sites normalize to. */
const STREAMING_LUFS = -14;

const NTSC_RATES: Readonly<Record<string, FrameRate>> = {
  '23.976': { num: 24_000, den: 1001 },
  '29.97': { num: 30_000, den: 1001 },
  '59.94': { num: 60_000, den: 1001 },
};

/** H.264 in 4:2:0 has one color sample for each block of 2x2 pixels, so both sides are even. */
const side = integer({ min: 16, max: 4096, even: true }).orNull();

const frameRate: Field<FrameRate> = new Field<FrameRate>({
  schema: {
    anyOf: [
      { type: 'integer', minimum: 10, maximum: 60 },
      { enum: Object.keys(NTSC_RATES).map(Number) },
    ],
    default: 30,
  },
  expected: `a whole number from 10 to 60, or one of ${Object.keys(NTSC_RATES).join(', ')}`,
  tryRead: (value) => {
    if (typeof value !== 'number') return REFUSED;
    const whole = Number.isInteger(value) && value >= 10 && value <= 60;
    return NTSC_RATES[String(value)] ?? (whole ? { num: value, den: 1 } : REFUSED);
  },
  fallback: () => ({ num: 30, den: 1 }),
});

/** The fields that set the size of the frame. */
export const sizeFields = {
  resolution: choice<Resolution>(Object.keys(RESOLUTIONS) as Resolution[], RESOLUTION_ALIASES)
    .default('full-hd')
    .describe('Named size of the video. `custom` requires `width` and `height`.'),
  width: side.describe('Width in pixels. Overrides `resolution`.'),
  height: side.describe('Height in pixels. Overrides `resolution`.'),
};

/** Seconds, as whole milliseconds. */
const stillTime = number({ min: 0, max: LONGEST_SECONDS, unit: 'seconds' }).map((seconds) =>
  Math.round(seconds * 1000),
);

/** The whole video config. */
export const projectObject = object({
  $schema: text(2_000)
    .orNull()
    .describe('Address or path of the JSON Schema, for editors. The service ignores it.'),
  format: choice(['videocraft'])
    .orNull()
    .describe(
      'The form of the config. Configs of [other systems](importing.md) have the name of theirs. Default: known by the shape.',
    ),
  ...sizeFields,
  fps: frameRate.describe('Frames per second.'),
  quality: choice<Quality>(QUALITIES)
    .default('medium')
    .describe('Trade-off between file size and picture quality.'),
  'keyframe-interval': number({ min: 0.5, max: 30, unit: 'seconds' })
    .orNull()
    .describe(
      'The longest time from one key picture to the next. Default: 10 where the picture stands still, 5 where it moves. ' +
        'Longer makes smaller files, shorter makes seeking faster.',
    ),
  draft: boolean().default(false).describe('Encodes as fast as possible, for a quick look.'),
  loudness: anyOf(
    boolean().map((isOn) => (isOn ? STREAMING_LUFS : null)),
    number({ min: -40, max: -5 }),
  )
    .orNull()
    .describe(
      'Normalizes the sound to this loudness in LUFS, with true peaks below -1 dBTP. `true` is -14.',
    ),
  comment: text(2_000).orNull().describe('A note for people. The service ignores it.'),
  'client-data': anyJson().describe(
    'Any JSON value. It is stored with the job, and returned with it and in webhooks.',
  ),
  filename: filename.describe(
    'Name for saving the video, with or without `.mp4`. The default is the ID of the job.',
  ),
  webhook: webhooks.describe(
    'Addresses that the service calls when the job ends: an object or a list of up to 5.',
  ),
  destinations: destinations.describe('Where the service delivers the finished video.'),
  priority: priority
    .default(DEFAULT_PRIORITY)
    .describe('Jobs with a higher priority start first. The key limits it.'),
  scenes: list(scene, { min: 1, max: 1000 }).required().describe('The scenes, in order.'),
  elements: elements.describe('Elements that span the whole video.'),
  outputs: outputs.describe(
    'Additional files: other aspect ratios, pictures, previews, or only the sound.',
  ),
  stills: list(stillTime, { min: 1, max: MOST_STILLS })
    .orNull()
    .describe(
      'Renders only the frames at these times, in seconds, as small pictures for a quick check.',
    ),
});
