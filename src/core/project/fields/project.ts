import { list, object } from '../../fields/composites.js';
import { Field, REFUSED } from '../../fields/field.js';
import { anything, choice, either, flag, integer, number, text } from '../../fields/scalars.js';
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
  allowed: `a whole number from 10 to 60, or ${Object.keys(NTSC_RATES).join(', ')}`,
  attempt: (value) => {
    if (typeof value !== 'number') return REFUSED;
    const whole = Number.isInteger(value) && value >= 10 && value <= 60;
    return NTSC_RATES[String(value)] ?? (whole ? { num: value, den: 1 } : REFUSED);
  },
  fallback: () => ({ num: 30, den: 1 }),
});

/** The fields that give the size of the frame. */
export const sizeFields = {
  resolution: choice<Resolution>(Object.keys(RESOLUTIONS) as Resolution[], RESOLUTION_ALIASES)
    .or('full-hd')
    .about('Size of the video by name; `custom` goes with `width` and `height`.'),
  width: side.about('Pixels; even.'),
  height: side.about('Pixels; even.'),
};

/** The whole video config. */
export const projectObject = object({
  ...sizeFields,
  fps: frameRate.about('Frames per second.'),
  quality: choice<Quality>(QUALITIES)
    .or('medium')
    .about('What encoding aims at: small files or fine pictures.'),
  draft: flag().or(false).about('Encodes as fast as can be, for a look.'),
  loudness: either(
    flag().map((wanted) => (wanted ? STREAMING_LUFS : null)),
    number({ min: -40, max: -5 }),
  )
    .orNull()
    .about('LUFS that the sound is brought to, with peaks below -1 dBTP; `true`: -14.'),
  comment: text(2_000).orNull().about('For people; nothing reads it.'),
  'client-data': anything().about('Any JSON, kept with the job.'),
  scenes: list(scene, { min: 1, max: 1000 }).must().about('The scenes, one after another.'),
  elements: elements.about('Elements over the whole video.'),
  outputs: outputs.about('What else is made: other shapes, pictures, previews, the sound alone.'),
});
