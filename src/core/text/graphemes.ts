/** A letter with its marks, or another character as readers see it. */
export interface Grapheme {
  readonly segment: string;
  /** In UTF-16 code units. */
  readonly index: number;
}

/** Printable ASCII, in which each character is a grapheme, and a word has no break. */
const ASCII = /^[ -~]*$/;

/** The tables of ICU take a hundredth of a CPU second to load, and many texts need none of them. */
const segmenters = new Map<'grapheme' | 'word', Intl.Segmenter>();

function segmenterOf(granularity: 'grapheme' | 'word'): Intl.Segmenter {
  let segmenter = segmenters.get(granularity);
  if (!segmenter) {
    segmenter = new Intl.Segmenter('und', { granularity });
    segmenters.set(granularity, segmenter);
  }
  return segmenter;
}

export function isAscii(text: string): boolean {
  return ASCII.test(text);
}

/** The graphemes of a text (Unicode Standard Annex 29), with their places. */
export function* graphemesOf(text: string): Generator<Grapheme> {
  if (!isAscii(text)) yield* segmenterOf('grapheme').segment(text);
  else for (let index = 0; index < text.length; index++) yield { segment: text[index]!, index };
}

/** The texts of the graphemes. */
export function lettersOf(text: string): string[] {
  return Array.from(graphemesOf(text), ({ segment }) => segment);
}

/** The words of a text and what is between them (Unicode Standard Annex 29), without a language. */
export function wordSegmentsOf(text: string): Iterable<{ readonly segment: string }> {
  return segmenterOf('word').segment(text);
}
