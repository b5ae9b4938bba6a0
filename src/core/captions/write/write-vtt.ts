import { joinWords } from '../../text/join-words.js';
import { plainText } from '../../text/plain-text.js';
import { formatTimestamp } from '../../time/timestamp.js';
import type { CaptionPage } from '../caption-page.js';

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/** The pages as a WebVTT document, one cue a page, lines as on the screen. */
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
