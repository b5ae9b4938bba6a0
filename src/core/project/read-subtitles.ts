import { readColor, readPosition, readScript } from './field-values.js';
import { childPointer } from './json-pointer.js';
import { ObjectReader, show } from './reader.js';
import {
  CAPTION_STYLES,
  type CaptionSettings,
  type GivenWord,
  type SubtitlesElement,
} from './types.js';

export interface SubtitlesOptions {
  /** Settings for what a project leaves out, kebab-case. */
  readonly subtitleDefaults: Readonly<Record<string, unknown>>;
  /** The canonical name of an installed family, or null. */
  readonly resolveFont: (family: string) => string | null;
  readonly fontFamilies: readonly string[];
  readonly frameHeight: number;
}

const DEFAULT_FAMILY = 'DejaVu Sans';

/** The fields of a subtitles element that only it has. */
export function readSubtitles(
  reader: ObjectReader,
  options: SubtitlesOptions,
  readWord: (item: unknown, pointer: string) => GivenWord,
): SubtitlesElement {
  const given = reader.raw('settings') ?? {};
  const settings = withDefaults(given, options.subtitleDefaults);
  return {
    pointer: reader.pointer,
    sceneIndex: null,
    language: reader.text('language', 'auto', 35),
    ...readScript(reader, readWord),
    settings: readSettings(
      new ObjectReader(settings, childPointer(reader.pointer, 'settings'), reader.issues),
      options,
    ),
  };
}

function withDefaults(given: unknown, defaults: Readonly<Record<string, unknown>>): unknown {
  if (typeof given !== 'object' || given === null || Array.isArray(given)) return given;
  const named = new Set(Object.keys(given).map((name) => name.replaceAll('_', '-')));
  const missing = Object.entries(defaults).filter(([name]) => !named.has(name));
  return { ...Object.fromEntries(missing), ...given };
}

function readSettings(reader: ObjectReader, options: SubtitlesOptions): CaptionSettings {
  const alpha = { alpha: true };
  const fontSize = Math.min(300, Math.max(6, Math.round(options.frameHeight / 16)));
  const boxColor = readColor(reader, 'box-color', '', alpha);
  const settings: CaptionSettings = {
    style: reader.choice('style', 'progressive', CAPTION_STYLES),
    fontFamily: readFamily(reader, options),
    fontSize: reader.number('font-size', fontSize, { min: 6, max: 300 }),
    wordColor: readColor(reader, 'word-color', '#FFD400FF', alpha),
    lineColor: readColor(reader, 'line-color', '#FFFFFFFF', alpha),
    shadowColor: readColor(reader, 'shadow-color', '#00000080', alpha),
    shadowOffset: reader.number('shadow-offset', 0, { min: 0, max: 20 }),
    boxColor: boxColor === '' ? null : boxColor,
    outlineColor: readColor(reader, 'outline-color', '#000000FF', alpha),
    outlineWidth: reader.number('outline-width', Math.max(1, Math.round(fontSize / 14)), {
      min: 0,
      max: 20,
    }),
    position: readPosition(reader, 'position', { horizontal: 'center', vertical: 'bottom' }),
    maxWordsPerLine: reader.number('max-words-per-line', 6, { min: 1, max: 20, integer: true }),
    allCaps: reader.boolean('all-caps', false),
  };
  reader.finish();
  return settings;
}

function readFamily(reader: ObjectReader, options: SubtitlesOptions): string {
  const name = reader.text('font-family', DEFAULT_FAMILY, 100);
  const family = options.resolveFont(name);
  if (family !== null) return family;
  reader.issues.add(
    reader.at('font-family'),
    `"font-family" is ${show(name)}; installed are ${options.fontFamilies.join(', ')}.`,
  );
  return DEFAULT_FAMILY;
}
