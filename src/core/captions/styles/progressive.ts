import { boxSprites, edgeSprites, fillSprites } from './draw.js';
import type { DrawPage } from './types.js';

/** The whole page, the word being said in the word colour. From word to word only colours change. */
export const progressive: DrawPage = (page, settings) => {
  const { layout, times } = page;
  return [
    ...boxSprites(page, settings),
    ...edgeSprites(
      layout.words.flatMap(({ ink }) => ink),
      settings,
      times,
    ),
    ...layout.words.flatMap(({ ink }, index) => {
      const said = times.words[index]!;
      return [
        ...fillSprites(ink, settings.lineColor, { ...times, endFrame: said.startFrame }),
        ...fillSprites(ink, settings.wordColor, said),
        ...fillSprites(ink, settings.lineColor, { ...times, startFrame: said.endFrame }),
      ];
    }),
  ];
};

/** The whole page in the line colour. */
export const classic: DrawPage = (page, settings) => {
  const ink = page.layout.words.flatMap((word) => word.ink);
  return [
    ...boxSprites(page, settings),
    ...edgeSprites(ink, settings, page.times),
    ...fillSprites(ink, settings.lineColor, page.times),
  ];
};
