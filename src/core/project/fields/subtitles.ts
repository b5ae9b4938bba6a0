import { object, type ValuesOf } from '../../fields/composites.js';
import type { Field, FieldPlace } from '../../fields/field.js';
import { text as words } from '../../fields/scalars.js';
import type { CaptionSource, SubtitlesElement } from '../types/index.js';
import { captionSettings } from './caption-settings.js';
import { captions } from './captions.js';
import { common, toScript } from './element-parts.js';
import { scriptFields } from './script.js';

/** `captions`, without `text` and `words`. */
const toCaptions = (
  given: ValuesOf<typeof scriptFields> & { readonly captions: CaptionSource | null },
  { pointer, issues }: FieldPlace,
) => {
  if (given.captions !== null && (given.text !== null || given.words !== null)) {
    issues.add(
      `${pointer}/captions`,
      '"text", "words", and "captions" cannot be combined. Keep one of them.',
    );
  }
  return given.captions;
};

export const subtitles: Field<SubtitlesElement> = object(
  {
    ...common('subtitles'),
    language: words(35)
      .default('auto')
      .describe('Language of the speech and the captions, as a BCP 47 tag.'),
    ...scriptFields,
    captions,
    settings: captionSettings.describe('Look of the captions.'),
  },
  { title: 'subtitles' },
).map((given, place) => ({
  type: 'subtitles',
  pointer: place.pointer,
  sceneIndex: null,
  language: given.language,
  ...toScript(given, place),
  captions: toCaptions(given, place),
  settings: given.settings,
}));
