import type { CaptionWord } from '../caption-page.js';

/** Words that form a page in the lines of their cue, or words that must be divided into pages. */
export type CueLinesPart =
  | { readonly page: readonly (readonly CaptionWord[])[]; readonly words?: undefined }
  | { readonly words: readonly CaptionWord[]; readonly page?: undefined };

/** The start of a line of another speaker. */
const SPEAKER_MARK = /^(?:[-\u2010-\u2015\u2212]|>>)/;

/**
 * Groups words by the lines of their cues. If each line of a cue fits, the lines are kept, with as many on a
 * page as the page can have. Otherwise, the words must be divided again, but never across a change of speaker.
 *
 * @param fits whether words fit on one line
 */
export function splitByCueLines(
  words: readonly CaptionWord[],
  fits: (line: readonly CaptionWord[]) => boolean,
  maxLines: number,
): CueLinesPart[] {
  return groupConsecutive(words, ({ cue }) => cue).flatMap((cue): CueLinesPart[] => {
    const lines = cue[0]!.cue === undefined ? [cue] : groupConsecutive(cue, ({ line }) => line);
    if (lines.length === 1) return [{ words: cue }];
    if (lines.every(fits)) return groupIntoPages(lines, maxLines).map((page) => ({ page }));
    return groupBySpeaker(lines).map((speech) => ({ words: speech.flat() }));
  });
}

function groupConsecutive(
  words: readonly CaptionWord[],
  keyOf: (word: CaptionWord) => number | undefined,
): CaptionWord[][] {
  const groups: CaptionWord[][] = [];
  for (const word of words) {
    const last = groups.at(-1);
    if (last && keyOf(last[0]!) === keyOf(word)) last.push(word);
    else groups.push([word]);
  }
  return groups;
}

/** Divides lines into pages. The lines of one speaker stay together if they fit on a page. */
function groupIntoPages(lines: readonly CaptionWord[][], maxLines: number): CaptionWord[][][] {
  const pages: CaptionWord[][][] = [];
  for (const speech of groupBySpeaker(lines)) {
    const last = pages.at(-1);
    if (last && last.length + speech.length <= maxLines) last.push(...speech);
    else {
      for (let at = 0; at < speech.length; at += maxLines)
        pages.push(speech.slice(at, at + maxLines));
    }
  }
  return pages;
}

/** Groups lines so that each line of another speaker starts a group. */
function groupBySpeaker(lines: readonly CaptionWord[][]): CaptionWord[][][] {
  const groups: CaptionWord[][][] = [];
  for (const line of lines) {
    if (groups.length === 0 || SPEAKER_MARK.test(line[0]!.text)) groups.push([]);
    groups.at(-1)!.push(line);
  }
  return groups;
}
