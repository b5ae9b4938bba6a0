import type { CaptionSettings } from '../../project/types/index.js';
import type { PageWord } from '../layout/lay-out-page.js';
import { fillSprites, pageBox, pageEdge, wordSprites } from './page-sprites.js';
import { after, before } from './animation-frames.js';
import type { DrawPage } from './types.js';

/** The colour of a word that is not being said. */
export function restColor({ keyword }: PageWord, settings: CaptionSettings): string {
  return keyword ? settings.keywordColor : settings.lineColor;
}

/** The whole page, the word being said in the word colour. From word to word only colours change. */
export const progressive: DrawPage = (page, settings) => {
  const { layout, times } = page;
  return [
    ...pageBox(page, settings),
    ...pageEdge(page, settings),
    ...layout.words.flatMap((word, index) => {
      const said = times.words[index]!;
      return [
        ...fillSprites(word.ink, restColor(word, settings), before(times, said)),
        ...fillSprites(word.ink, settings.wordColor, said),
        ...fillSprites(word.ink, restColor(word, settings), after(times, said)),
      ];
    }),
  ];
};

/** The whole page in the line colour. */
export const classic: DrawPage = (page, settings) => [
  ...pageBox(page, settings),
  ...pageEdge(page, settings),
  ...page.layout.words.flatMap((word) =>
    fillSprites(word.ink, restColor(word, settings), page.times),
  ),
];

/** Words appear as they are said, each in its place, and stay until the page goes. */
export const classicProgressive: DrawPage = (page, settings) => {
  const { layout, times } = page;
  return [
    ...pageBox(page, settings),
    ...layout.words.flatMap((word, index) =>
      wordSprites(word, restColor(word, settings), settings, {
        startFrame: times.words[index]!.startFrame,
        endFrame: times.endFrame,
      }),
    ),
  ];
};
