import { bidiLevels } from './bidi.js';
import { graphemesOf } from '../../core/text/graphemes.js';
import type { FontRequest, FontSpan, ShapeOptions, TextFont } from '../../core/text/types.js';
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
  readonly font: FontRequest;
  /** Whether its letters stand upright in a vertical line. */
  readonly upright: boolean;
}

/** Bounds the caches: a caller can write any number of different graphemes. */
const MAX_CACHED = 20_000;

/** Characters that only affect others: joiners, selectors, tags. */
const IGNORABLE = /^\p{Default_Ignorable_Code_Point}$/u;
/** Letters and signs that stand upright in vertical lines (Unicode Standard Annex 50), and emoji. */
const UPRIGHT =
  /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Bopomofo}\p{Script=Yi}\p{Emoji_Presentation}\u3000-\u303F\u30FB\u30FC\uFE10-\uFE1F\uFE30-\uFE4F\uFF01-\uFF60\uFFE0-\uFFE6]/u;
/** Scripts with shaping rules. Characters without a script belong to the script before them. */
const SCRIPTS = [
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
] as const;
const ASCII = /^[\0-\x7F]*$/;
const LATIN_IN_ASCII = /[A-Za-z]/;

export interface ItemizedText {
  readonly direction: 'ltr' | 'rtl';
  /** In the order of the text. */
  readonly runs: readonly TextRun[];
}

/** The face that a font asks for. */
export function styleOf({ family, weight, italic = false }: FontRequest): FaceStyle {
  return { family, weight, italic };
}

function fontsAt(font: TextFont, length: number): readonly FontSpan[] {
  return 'family' in font ? [{ end: length, font }] : font;
}

/** Divides lines into runs and caches the font of each grapheme. */
export class Itemizer {
  private readonly fontByGrapheme = new Map<string, FontFile | null>();
  private readonly scripts = new Map<string, string>();

  constructor(private readonly fonts: FontCatalog) {}

  itemize(text: string, font: TextFont, options: ShapeOptions): ItemizedText {
    const { direction, language, vertical = false } = options;
    const bidi = bidiLevels(text, direction);
    const fonts = fontsAt(font, text.length);
    const runs: TextRun[] = [];
    let part = 0;
    for (const { segment, index } of graphemesOf(text)) {
      while (part < fonts.length - 1 && fonts[part]!.end <= index) part++;
      const last = runs.at(-1);
      const script = this.scriptOf(segment);
      const { font } = fonts[part]!;
      const next = {
        start: index,
        end: index + segment.length,
        level: bidi.levels[index]!,
        file: this.fontFor(segment, styleOf(font), language),
        script: script === '' ? (last?.script ?? '') : script,
        font,
        upright: vertical && UPRIGHT.test(segment),
      };
      const continuesRun =
        last?.level === next.level &&
        last.file === next.file &&
        last.font === next.font &&
        last.upright === next.upright &&
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
    const script = findScript(grapheme);
    if (this.scripts.size >= MAX_CACHED) this.scripts.clear();
    this.scripts.set(grapheme, script);
    return script;
  }
}

let scriptTests: readonly (readonly [tag: string, test: RegExp])[] | null = null;

function findScript(grapheme: string): string {
  // The tests take a while to make, and most texts need none of them.
  if (ASCII.test(grapheme)) return LATIN_IN_ASCII.test(grapheme) ? 'Latn' : '';
  scriptTests ??= SCRIPTS.map(([tag, name]) => [tag, new RegExp(`\\p{Script=${name}}`, 'u')]);
  return scriptTests.find(([, test]) => test.test(grapheme))?.[0] ?? '';
}
