import bidiFactory from 'bidi-js';

// The package is CommonJS, but its types describe an ES module.
const bidi = (bidiFactory as unknown as typeof bidiFactory.default)();
/** Characters before the first script that is written from right to left, and punctuation without signs of direction. */
const ONLY_LEFT_TO_RIGHT = /^[\0-\u058F\u2010-\u2027\u2030-\u205E]*$/;

export interface BidiLevels {
  readonly direction: 'ltr' | 'rtl';
  /** One level per UTF-16 code unit: even levels run left to right, odd levels right to left. */
  readonly levels: Uint8Array;
}

/** Computes the embedding levels of one line (Unicode Standard Annex 9). */
export function bidiLevels(text: string, direction: 'auto' | 'ltr' | 'rtl'): BidiLevels {
  // The tables of the algorithm take some milliseconds to read, and most texts need none of them.
  if (direction !== 'rtl' && ONLY_LEFT_TO_RIGHT.test(text))
    return { direction: 'ltr', levels: new Uint8Array(text.length) };
  const { levels, paragraphs } = bidi.getEmbeddingLevels(
    text,
    direction === 'auto' ? undefined : direction,
  );
  return { direction: (paragraphs[0]?.level ?? 0) % 2 === 0 ? 'ltr' : 'rtl', levels };
}

/** Sorts runs into visual order, from left to right (rule L2). */
export function visualOrder<Run extends { readonly level: number }>(runs: readonly Run[]): Run[] {
  const ordered = [...runs];
  const highest = Math.max(0, ...runs.map(({ level }) => level));
  for (let level = highest; level > 0; level--) {
    for (let from = 0; from < ordered.length; from++) {
      if (ordered[from]!.level < level) continue;
      let to = from;
      while (to < ordered.length && ordered[to]!.level >= level) to++;
      ordered.splice(from, to - from, ...ordered.slice(from, to).reverse());
      from = to;
    }
  }
  return ordered;
}
