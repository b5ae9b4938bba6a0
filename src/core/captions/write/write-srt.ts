import { joinWords } from '../../text/join-words.js';
import { plainText } from '../../text/plain-text.js';
import { formatTimestamp } from '../../time/timestamp.js';
import type { CaptionPage } from '../caption-page.js';

/** The pages as a SubRip document, one entry a page, lines as on the screen. */
export function writeSrt(pages: readonly CaptionPage[]): string {
  return pages
    .map(({ lines, startMs, endMs }, index) => {
      const text = lines
        .map((line) => plainText(joinWords(line)))
        // SubRip has no escapes, and readers take a line with an arrow for a time.
        .map((line) => line.replaceAll('-->', '->'));
      const times = `${formatTimestamp(startMs, ',')} --> ${formatTimestamp(endMs, ',')}`;
      return [index + 1, times, ...text, ''].join('\n');
    })
    .join('\n');
}
