import { joinWords } from '../../text/join-words.js';
import { plainText } from '../../text/plain-text.js';
import { formatTimestamp } from '../../time/timestamp.js';
import type { CaptionPage } from '../caption-page.js';

/** Writes pages as a SubRip file, with one entry per page and the lines as on screen. */
export function writeSrt(pages: readonly CaptionPage[]): string {
  return pages
    .map(({ lines, startMs, endMs }, index) => {
      const text = lines
        .map((line) => plainText(joinWords(line)))
        // SubRip has no escapes, and readers interpret a line with an arrow as times.
        .map((line) => line.replaceAll('-->', '->'));
      const times = `${formatTimestamp(startMs, ',')} --> ${formatTimestamp(endMs, ',')}`;
      return [index + 1, times, ...text, ''].join('\n');
    })
    .join('\n');
}
