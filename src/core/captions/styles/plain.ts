import type { CaptionSettings } from '../../project/types/index.js';
import type { PageWord } from '../layout/lay-out-page.js';
import { glyphFillSprites } from '../../drawing/glyph-sprites.js';
import { pageBoxSprites, pageEdgeSprites, wordSprites } from './page-sprites.js';
import { spanAfter, spanBefore } from './animation-frames.js';
import type { DrawPage } from './types.js';

/** The color of a word while it is not spoken. */
export function idleColor({ keyword }: PageWord, settings: CaptionSettings): string {
  return keyword ? settings.keywordColor : settings.lineColor;
}

/** The whole page, with the spoken word in the word color. From word to word, only colors change. */
export const progressive: DrawPage = (page, settings) => {
  const { layout, times } = page;
  return [
    ...pageBoxSprites(page, settings),
    ...pageEdgeSprites(page, settings),
    ...layout.words.flatMap((word, index) => {
      const spoken = times.words[index]!;
      return [
        ...glyphFillSprites(word.glyphLayers, idleColor(word, settings), spanBefore(times, spoken)),
        ...glyphFillSprites(word.glyphLayers, settings.wordColor, spoken),
        ...glyphFillSprites(word.glyphLayers, idleColor(word, settings), spanAfter(times, spoken)),
      ];
    }),
  ];
};

/** The whole page in the line color. */
export const classic: DrawPage = (page, settings) => [
  ...pageBoxSprites(page, settings),
  ...pageEdgeSprites(page, settings),
  ...page.layout.words.flatMap((word) =>
    glyphFillSprites(word.glyphLayers, idleColor(word, settings), page.times),
  ),
];

/** Each word appears in its place when it is spoken and stays until the page ends. */
export const classicProgressive: DrawPage = (page, settings) => {
  const { layout, times } = page;
  return [
    ...pageBoxSprites(page, settings),
    ...layout.words.flatMap((word, index) =>
      wordSprites(
        word,
        { startFrame: times.words[index]!.startFrame, endFrame: times.endFrame },
        { color: idleColor(word, settings), edge: settings },
      ),
    ),
  ];
};
