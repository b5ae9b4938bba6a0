import { joinWords } from '../../text/join-words.js';
import { plainText } from '../../text/plain-text.js';
import { formatTimestamp } from '../../time/timestamp.js';
import type { CaptionPage } from '../caption-page.js';

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/** Writes pages as a WebVTT file, with one cue per page and the lines as on screen. */
export function writeVtt(pages: readonly CaptionPage[]): string {
  const cues = pages.map(({ lines, startMs, endMs }) => {
    const text = lines
      .map((line) => plainText(joinWords(line)))
      .map((line) => line.replace(/[&<>]/g, (mark) => ENTITIES[mark] ?? mark));
    const times = `${formatTimestamp(startMs, '.')} --> ${formatTimestamp(endMs, '.')}`;
    return [times, ...text, ''].join('\n');
  });
  return ['WEBVTT\n', ...cues].join('\n');
}
