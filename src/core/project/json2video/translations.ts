import { drop, ignore, unavailableUnless, refuse, type Rule, replaceWith } from './rules.js';

/** Rules by field, names with hyphens. */
export type Rules = Readonly<Record<string, Rule>>;

/** Element types that are not available, and what to do instead. */
export const UNAVAILABLE_TYPES: Readonly<Record<string, string>> = {
  voice: 'Speech is not synthesized here; give an "audio" element with the recording.',
  html: 'HTML is not drawn here; give an "image" element with a picture of it.',
  component: 'There are no components here; build it of elements, or give a "video" of it.',
  audiogram: 'There are no audiograms here; give a "video" element that shows one.',
  template: 'There are no template elements here; make the whole video of a template.',
};

const GENERATED = 'Pictures, videos and sounds are not generated here; give "src".';

const generation: Rules = {
  prompt: unavailableUnless([], GENERATED),
  model: unavailableUnless([], GENERATED),
  'model-settings': unavailableUnless([], GENERATED),
  connection: unavailableUnless([], GENERATED),
  'aspect-ratio': unavailableUnless([], GENERATED),
};

const common: Rules = {
  cache: ignore,
  'extra-time': unavailableUnless(
    [0],
    'Time after an element is not available; make the scene longer by "duration".',
  ),
};

const muted: Rule = (value, { type }) => {
  if (value === false) return drop;
  if (value !== true) return refuse('"muted" is true or false.');
  // What nobody hears is not read for words either.
  return replaceWith({ volume: 0, ...(type === 'audio' ? { speech: false } : {}) });
};

const loop: Rule = (value) => {
  if (typeof value !== 'number') return null;
  if (value === -1 || value === 1) return replaceWith({ loop: value === -1 });
  return refuse(
    'A source is played once, or with -1 (or true) again and again; a number of times is not available.',
  );
};

/** -1 is the size that follows from the rest, as when the field is missing. */
const automatic: Rule = (value) => (value === -1 ? drop : null);

const RIGHT = /right|center/;
const BELOW = /bottom|center/;

/** Presets with distances from them: ours are edges, which a preset does not move. */
const distance =
  (edge: string, presets: RegExp): Rule =>
  (value, { position }) =>
    typeof value === 'number' && value < 0 && typeof position === 'string' && presets.test(position)
      ? refuse(
          `This is where the ${edge} edge stands, not a distance from "position"; give the one or the other.`,
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
  // Theirs goes from 1 to 100.
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
  'pan-crop': unavailableUnless([true], 'A panned picture always fills its box.'),
  'flip-horizontal': flip,
  'flip-vertical': flip,
  'chroma-key': unavailableUnless(
    [],
    'Transparent colours are not available; give a picture with transparent parts.',
  ),
  correction: unavailableUnless([], 'Colours are not corrected here; correct them in the source.'),
  crop: unavailableUnless([], 'Cut-outs are not available; cut the source.'),
  mask: unavailableUnless([], 'Masks are not available; give a picture with transparent parts.'),
};

/** `48px` and `"48"` as the number they say. */
const pixels =
  (name: string): Rule =>
  (value) => {
    const [, digits] =
      typeof value === 'string' ? (/^(\d+(?:\.\d+)?)(?:px)?$/.exec(value) ?? []) : [];
    return digits === undefined ? null : replaceWith({ [name]: Number(digits) });
  };

const captionPosition: Rule = (value) =>
  typeof value === 'string' && /^(custom|mid-.*)$/.test(value)
    ? refuse(
        'Captions stand at a third of the safe area, such as "bottom-center"; see "safe-area".',
      )
    : null;

/** What differs in an object of one kind. */
export interface KindRules {
  /** Fields that we have too, with values that we write otherwise. */
  readonly values?: Rules;
  /** Fields that we do not have, or under another name. */
  readonly fields?: Rules;
}

/** By the kind of object, as our tables are titled. */
export const RULES: Readonly<Record<string, KindRules>> = {
  config: {
    fields: {
      cache: ignore,
      id: ignore,
      exports: unavailableUnless(
        [],
        'Videos are not sent anywhere; fetch them with GET /videos/{id}/download.',
      ),
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
      style: unavailableUnless(['001'], 'Text styles by number are not available; use "settings".'),
    },
  },
  subtitles: {
    fields: {
      ...common,
      model: unavailableUnless(
        ['default'],
        'The engine that hears speech is chosen by the operator.',
      ),
    },
  },
  'caption-settings': {
    values: { 'font-size': pixels('font-size'), position: captionPosition },
    fields: {
      x: unavailableUnless([], 'Captions stand by "position".'),
      y: unavailableUnless([], 'Captions stand by "position".'),
    },
  },
  'text-settings': {
    values: {
      'font-size': pixels('font-size'),
      'font-weight': pixels('font-weight'),
      'letter-spacing': pixels('letter-spacing'),
      'outline-width': pixels('outline-width'),
    },
    fields: {
      'vertical-position': unavailableUnless(['center'], 'Texts stand by "position" and "x", "y".'),
      'horizontal-position': unavailableUnless(
        ['center'],
        'Texts stand by "position" and "x", "y".',
      ),
    },
  },
};
