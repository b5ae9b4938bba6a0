import { exportsRule } from './exports.js';
import { drop, ignore, unavailableUnless, refuse, type Rule, replaceWith } from './rules.js';

/** Rules by field, in kebab-case. */
export type Rules = Readonly<Record<string, Rule>>;

/** Unavailable element types, with an alternative for each. */
export const UNAVAILABLE_TYPES: Readonly<Record<string, string>> = {
  html: 'HTML elements are not available. Use an "image" element with a picture of the page.',
  component:
    'Components are not available. Build the component from elements, or use a "video" element that shows it.',
  audiogram: 'Audiograms are not available. Use a "video" element that shows one.',
  template: 'Template elements are not available. Create the whole video from a template.',
};

const GENERATED = 'Media cannot be generated. Set "src" to the address of a file.';

const generation: Rules = {
  prompt: unavailableUnless([], GENERATED),
  model: unavailableUnless([], GENERATED),
  'model-settings': unavailableUnless([], GENERATED),
  connection: unavailableUnless([], GENERATED),
  'aspect-ratio': unavailableUnless([], GENERATED),
};

const common: Rules = {
  cache: ignore,
};

const muted: Rule = (value, { type }) => {
  if (value === false) return drop;
  if (value !== true) return refuse('Expected "muted" to be true or false.');
  // A sound that nobody hears is not searched for words either.
  return replaceWith({ volume: 0, ...(type === 'audio' ? { speech: false } : {}) });
};

const loop: Rule = (value) => {
  if (typeof value !== 'number') return null;
  if (value === -1 || value === 1) return replaceWith({ loop: value === -1 });
  return refuse(
    'A source cannot be repeated a certain number of times. Use true or -1 to repeat it without end, or false or 1 to play it once.',
  );
};

/** -1 means that the size follows from the other fields, as for a missing field. */
const automatic: Rule = (value) => (value === -1 ? drop : null);

const RIGHT = /right|center/;
const BELOW = /bottom|center/;

/** In JSON2Video, `x` and `y` can be distances from a position. Here they are always edges. */
const distance =
  (edge: string, presets: RegExp): Rule =>
  (value, { position }) =>
    typeof value === 'number' && value < 0 && typeof position === 'string' && presets.test(position)
      ? refuse(
          `The value sets the ${edge} edge and is not a distance from "position". Keep only one of the two fields.`,
        )
      : null;

const flip: Rule = (_value, whole) => {
  const [horizontal, vertical] = [whole['flip-horizontal'], whole['flip-vertical']];
  if (horizontal === true && vertical === true) return replaceWith({ flip: 'both' });
  if (horizontal === true) return replaceWith({ flip: 'horizontal' });
  return vertical === true ? replaceWith({ flip: 'vertical' }) : drop;
};

const chromaKey: Rule = (value) => {
  if (typeof value !== 'object' || value === null) return null;
  const { tolerance } = value as { tolerance?: unknown };
  // The range of JSON2Video is 1 to 100.
  return typeof tolerance === 'number' && tolerance > 1
    ? replaceWith({ 'chroma-key': { ...value, tolerance: tolerance / 100 } })
    : null;
};

const pictureValues: Rules = {
  x: distance('left', RIGHT),
  y: distance('top', BELOW),
  width: automatic,
  height: automatic,
  position: (value) => (value === 'custom' ? replaceWith({ position: 'left-top' }) : null),
  'chroma-key': chromaKey,
};

const pictureFields: Rules = {
  'pan-crop': unavailableUnless(
    [true],
    'A picture with "pan" always fills its box. Remove "pan-crop".',
  ),
  'flip-horizontal': flip,
  'flip-vertical': flip,
  'chroma-key': unavailableUnless(
    [],
    'Chroma keying is not available here. Use a picture with transparent parts.',
  ),
  correction: unavailableUnless(
    [],
    'Color correction is not available here. Correct the colors in the source.',
  ),
  crop: unavailableUnless([], 'Cropping is not available here. Crop the source.'),
  mask: unavailableUnless([], 'Masks are not available. Use a picture with transparent parts.'),
};

const captionPosition: Rule = (value) =>
  typeof value === 'string' && /^(custom|mid-.*)$/.test(value)
    ? refuse(
        'The position is not available. Use one of the nine positions, such as "bottom-center", and "safe-area".',
      )
    : null;

/** The differences in one kind of object. */
export interface KindRules {
  /** Fields with the same name here, but with other values. */
  readonly values?: Rules;
  /** Fields that do not exist here, or have another name. */
  readonly fields?: Rules;
}

/** The differences by kind of object, which is the title of its schema. */
export const RULES: Readonly<Record<string, KindRules>> = {
  config: {
    fields: {
      cache: ignore,
      id: ignore,
      exports: exportsRule,
    },
  },
  scene: { fields: { cache: ignore } },
  image: { values: pictureValues, fields: { ...common, ...pictureFields, ...generation } },
  video: {
    values: { ...pictureValues, loop },
    fields: { ...common, ...pictureFields, muted, ...generation },
  },
  audio: { values: { loop }, fields: { ...common, muted, ...generation } },
  text: {
    values: pictureValues,
    fields: {
      ...common,
      ...pictureFields,
      style: unavailableUnless(['001'], 'Numbered text styles are not available. Use "settings".'),
    },
  },
  subtitles: {
    fields: {
      ...common,
      model: unavailableUnless(
        ['default'],
        'The operator of the service chooses the recognition model. Remove "model".',
      ),
    },
  },
  'caption-settings': {
    values: { position: captionPosition },
    fields: {
      x: unavailableUnless([], 'Captions cannot be placed by coordinates. Use "position".'),
      y: unavailableUnless([], 'Captions cannot be placed by coordinates. Use "position".'),
    },
  },
  'text-settings': {
    fields: {
      'vertical-position': unavailableUnless(
        ['center'],
        'Texts are not aligned in their box. Use "position", or "x" and "y".',
      ),
      'horizontal-position': unavailableUnless(
        ['center'],
        'Texts are not aligned in their box. Use "position", or "x" and "y".',
      ),
    },
  },
};
