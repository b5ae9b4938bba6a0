import { list, object } from '../../fields/composites.js';
import { Field, REFUSED } from '../../fields/field.js';
import { anyJson, choice, anyOf, boolean, integer, number, text } from '../../fields/scalars.js';
import { RESOLUTION_ALIASES, RESOLUTIONS, type Resolution } from '../types/resolutions.js';
import { QUALITIES, type FrameRate, type Quality } from '../types/index.js';
import { outputs } from './outputs.js';
import { elements, scene } from './scene.js';

/** What video sites play at. */
const STREAMING_LUFS = -14;

const NTSC_RATES: Readonly<Record<string, FrameRate>> = {
  '23.976': { num: 24_000, den: 1001 },
  '29.97': { num: 30_000, den: 1001 },
  '59.94': { num: 60_000, den: 1001 },
};

/** H.264 in 4:2:0 has one colour sample for two by two pixels, so both sides are even. */
const side = integer({ min: 16, max: 4096, even: true }).orNull();

const frameRate: Field<FrameRate> = new Field<FrameRate>({
  schema: {
    anyOf: [
      { type: 'integer', minimum: 10, maximum: 60 },
      { enum: Object.keys(NTSC_RATES).map(Number) },
    ],
    default: 30,
  },
  expected: `a whole number from 10 to 60, or ${Object.keys(NTSC_RATES).join(', ')}`,
  tryRead: (value) => {
    if (typeof value !== 'number') return REFUSED;
    const whole = Number.isInteger(value) && value >= 10 && value <= 60;
    return NTSC_RATES[String(value)] ?? (whole ? { num: value, den: 1 } : REFUSED);
  },
  fallback: () => ({ num: 30, den: 1 }),
});

/** The fields that give the size of the frame. */
export const sizeFields = {
  resolution: choice<Resolution>(Object.keys(RESOLUTIONS) as Resolution[], RESOLUTION_ALIASES)
    .default('full-hd')
    .describe('Size of the video by name; `custom` goes with `width` and `height`.'),
  width: side.describe('Pixels; even.'),
  height: side.describe('Pixels; even.'),
};

/** The whole video config. */
export const projectObject = object({
  ...sizeFields,
  fps: frameRate.describe('Frames per second.'),
  quality: choice<Quality>(QUALITIES)
    .default('medium')
    .describe('What encoding aims at: small files or fine pictures.'),
  draft: boolean().default(false).describe('Encodes as fast as can be, for a look.'),
  loudness: anyOf(
    boolean().map((wanted) => (wanted ? STREAMING_LUFS : null)),
    number({ min: -40, max: -5 }),
  )
    .orNull()
    .describe('LUFS that the sound is brought to, with peaks below -1 dBTP; `true`: -14.'),
  comment: text(2_000).orNull().describe('For people; nothing reads it.'),
  'client-data': anyJson().describe('Any JSON, kept with the job.'),
  scenes: list(scene, { min: 1, max: 1000 }).required().describe('The scenes, one after another.'),
  elements: elements.describe('Elements over the whole video.'),
  outputs: outputs.describe(
    'What else is made: other shapes, pictures, previews, the sound alone.',
  ),
});
