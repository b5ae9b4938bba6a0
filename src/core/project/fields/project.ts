import { list, object } from '../../fields/composites.js';
import { Field, REFUSED } from '../../fields/field.js';
import { anyJson, choice, anyOf, boolean, integer, number, text } from '../../fields/scalars.js';
import { RESOLUTION_ALIASES, RESOLUTIONS, type Resolution } from '../types/resolutions.js';
import { QUALITIES, type FrameRate, type Quality } from '../types/index.js';
import { outputs } from './outputs.js';
import { elements, scene } from './scene.js';

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

/** The whole video config. */
export const projectObject = object({
  ...sizeFields,
  fps: frameRate.describe('Frames per second.'),
  quality: choice<Quality>(QUALITIES)
    .default('medium')
    .describe('Trade-off between file size and picture quality.'),
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
  'client-data': anyJson().describe('Any JSON value. It is stored with the job.'),
  scenes: list(scene, { min: 1, max: 1000 }).required().describe('The scenes, in order.'),
  elements: elements.describe('Elements that span the whole video.'),
  outputs: outputs.describe(
    'Additional files: other aspect ratios, pictures, previews, or only the sound.',
  ),
});
