import type { CaptionPage } from '../../src/core/captions/caption-page.js';
import type { CaptionSettings } from '../../src/core/project/types/index.js';
import type { TimedWord } from '../../src/core/timing/types.js';

/** Caption settings with every value set. A test changes the settings that it checks. */
export function captionSettings(changes: Partial<CaptionSettings> = {}): CaptionSettings {
  return {
    style: 'progressive',
    fontFamily: 'DejaVu Sans',
    fontUrl: null,
    fontWeight: 700,
    italic: false,
    fontSize: 40,
    lineHeight: 1.2,
    letterSpacing: 0,
    wordColor: '#FFFF00FF',
    lineColor: '#FFFFFFFF',
    keywordColor: '#00FF00FF',
    shadowColor: '#00000080',
    shadowX: 2,
    shadowY: 2,
    shadowBlur: 0,
    boxColor: null,
    padding: null,
    boxRadius: null,
    boxBorderWidth: 0,
    boxBorderColor: '#000000FF',
    outlineColor: '#000000FF',
    outlineWidth: 3,
    position: { horizontal: 'center', vertical: 'bottom' },
    x: null,
    y: null,
    safeArea: { left: 0.05, right: 0.05, top: 0.05, bottom: 0.05 },
    maxWordsPerLine: 4,
    maxCharsPerLine: 200,
    maxLines: 2,
    transform: 'none',
    decoration: 'none',
    keywords: [],
    replace: {},
    offsetMs: 0,
    ...changes,
  };
}

export function timedWord(text: string, startMs: number, endMs: number): TimedWord {
  return { text, startMs, endMs, confidence: null };
}

/** Evenly spoken words of a text: one every `everyMs`, each for `spokenMs`. */
export function evenWords(text: string, everyMs = 300, spokenMs = 250, fromMs = 0): TimedWord[] {
  return text
    .split(' ')
    .map((word, index) =>
      timedWord(word, fromMs + index * everyMs, fromMs + index * everyMs + spokenMs),
    );
}

/** Pages as they appear, with lines separated by ` / `. */
export function readPages(pages: readonly CaptionPage[]): string[] {
  return pages.map((page) =>
    page.lines.map((line) => line.map((word) => word.text).join(' ')).join(' / '),
  );
}
