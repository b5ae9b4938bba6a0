import { bidiLevels } from './bidi.js';
import type { FaceStyle, FontCatalog } from './font-catalog.js';
import type { FontFile } from './font-file.js';

/** A part of a line with one font, one script, and one direction. */
export interface TextRun {
  /** UTF-16 positions in the line; the end is exclusive. */
  readonly start: number;
  readonly end: number;
  readonly level: number;
  /** Null if no font supports these characters. */
  readonly file: FontFile | null;
  readonly script: string;
}

/** Bounds the caches: a caller can write any number of different graphemes. */
const MAX_CACHED = 20_000;

const GRAPHEMES = new Intl.Segmenter('und', { granularity: 'grapheme' });
/** Characters that only affect others: joiners, selectors, tags. */
const IGNORABLE = /^\p{Default_Ignorable_Code_Point}$/u;
/** Scripts with shaping rules. Characters without a script belong to the script before them. */
const SCRIPTS: readonly (readonly [tag: string, test: RegExp])[] = (
  [
    ['Latn', 'Latin'],
    ['Cyrl', 'Cyrillic'],
    ['Grek', 'Greek'],
    ['Arab', 'Arabic'],
    ['Hebr', 'Hebrew'],
    ['Deva', 'Devanagari'],
    ['Beng', 'Bengali'],
    ['Taml', 'Tamil'],
    ['Telu', 'Telugu'],
    ['Gujr', 'Gujarati'],
    ['Guru', 'Gurmukhi'],
    ['Knda', 'Kannada'],
    ['Mlym', 'Malayalam'],
    ['Sinh', 'Sinhala'],
    ['Thai', 'Thai'],
    ['Laoo', 'Lao'],
    ['Khmr', 'Khmer'],
    ['Mymr', 'Myanmar'],
    ['Geor', 'Georgian'],
    ['Armn', 'Armenian'],
    ['Ethi', 'Ethiopic'],
    ['Hani', 'Han'],
    ['Hira', 'Hiragana'],
    ['Kana', 'Katakana'],
    ['Hang', 'Hangul'],
    ['Syrc', 'Syriac'],
    ['Thaa', 'Thaana'],
    ['Tibt', 'Tibetan'],
  ] as const
).map(([tag, name]) => [tag, new RegExp(`\\p{Script=${name}}`, 'u')]);

export interface ItemizedText {
  readonly direction: 'ltr' | 'rtl';
  /** In the order of the text. */
  readonly runs: readonly TextRun[];
}

/** Divides lines into runs and caches the font of each grapheme. */
export class Itemizer {
  private readonly fontByGrapheme = new Map<string, FontFile | null>();
  private readonly scripts = new Map<string, string>();

  constructor(private readonly fonts: FontCatalog) {}

  itemize(
    text: string,
    style: FaceStyle,
    direction: 'auto' | 'ltr' | 'rtl',
    language: string,
  ): ItemizedText {
    const bidi = bidiLevels(text, direction);
    const runs: TextRun[] = [];
    for (const { segment, index } of GRAPHEMES.segment(text)) {
      const last = runs.at(-1);
      const script = this.scriptOf(segment);
      const next = {
        start: index,
        end: index + segment.length,
        level: bidi.levels[index]!,
        file: this.fontFor(segment, style, language),
        script: script === '' ? (last?.script ?? '') : script,
      };
      const continuesRun =
        last?.level === next.level &&
        last.file === next.file &&
        (last.script === next.script || last.script === '');
      if (continuesRun) runs[runs.length - 1] = { ...last, end: next.end, script: next.script };
      else runs.push(next);
    }
    return { direction: bidi.direction, runs };
  }

  private fontFor(grapheme: string, style: FaceStyle, language: string): FontFile | null {
    const { family, weight, italic } = style;
    const key = `${family}/${weight}/${italic}/${language}/${grapheme}`;
    const known = this.fontByGrapheme.get(key);
    if (known !== undefined) return known;
    const file = this.findFont(grapheme, style, language);
    if (this.fontByGrapheme.size >= MAX_CACHED) this.fontByGrapheme.clear();
    this.fontByGrapheme.set(key, file);
    return file;
  }

  /** The first font with the whole grapheme, or else with its base character. */
  private findFont(grapheme: string, style: FaceStyle, language: string): FontFile | null {
    const [base, ...marks] = Array.from(grapheme, (character) => character.codePointAt(0)!);
    const needed = marks.filter((mark) => !IGNORABLE.test(String.fromCodePoint(mark)));
    let withBase: FontFile | null = null;
    for (const file of this.fonts.candidates(grapheme, style, language)) {
      if (!file.hasCodePoint(base!)) continue;
      if (needed.every((mark) => file.hasCodePoint(mark))) return file;
      withBase ??= file;
    }
    return withBase;
  }

  private scriptOf(grapheme: string): string {
    const known = this.scripts.get(grapheme);
    if (known !== undefined) return known;
    const script = SCRIPTS.find(([, test]) => test.test(grapheme))?.[0] ?? '';
    if (this.scripts.size >= MAX_CACHED) this.scripts.clear();
    this.scripts.set(grapheme, script);
    return script;
  }
}
