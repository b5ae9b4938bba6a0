import { grow, roundedRect } from '../../drawing/rectangles.js';
import { boxPadding } from '../layout/safe-area.js';
import { boxSprite, fillSprites, letterBox, pageEdge, wordSprites } from './page-sprites.js';
import { after, before, easeOut, firstFrames, framesOf } from './animation-frames.js';
import { restColor } from './plain.js';
import type { DrawPage } from './types.js';

const MARK_SECONDS = 0.15;
/** Of the font size. */
const WORD_PADDING = 0.13;
const MARK_PADDING = 0.1;
const UNDERLINE_THICKNESS = 0.13;

/** A rounded box behind each line, the word being said in the word colour. */
export const boxedLine: DrawPage = ({ layout, times }, settings) => {
  const { boxColor, fontSize } = settings;
  const padding = boxPadding(fontSize);
  const boxes = layout.lines.map((line) => {
    const box = grow(letterBox(line, fontSize), padding, padding / 3);
    return boxSprite(box, padding, boxColor ?? '#00000000', times);
  });
  return [
    ...boxes,
    ...pageEdge({ layout, times }, settings),
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

/** A rounded box behind the word being said, which lies bare on it. */
export const boxedWord: DrawPage = ({ layout, times }, settings) => {
  const { boxColor, fontSize } = settings;
  return layout.words.flatMap((word, index) => {
    const said = times.words[index]!;
    const box = grow(letterBox(word.box, fontSize), fontSize * WORD_PADDING, 0);
    return [
      boxSprite(box, fontSize * 0.2, boxColor ?? '#00000000', said),
      ...wordSprites(word, restColor(word, settings), settings, before(times, said)),
      ...fillSprites(word.ink, settings.wordColor, said),
      ...wordSprites(word, restColor(word, settings), settings, after(times, said)),
    ];
  });
};

/** A marker drawn over the word being said, in its reading direction; the word lies bare on it. */
export const highlight: DrawPage = ({ layout, times }, settings, fps) => {
  const { boxColor, fontSize } = settings;
  const sweep = framesOf(MARK_SECONDS, fps);
  return layout.words.flatMap((word, index) => {
    const said = times.words[index]!;
    const full = grow(letterBox(word.box, fontSize), fontSize * MARK_PADDING, 0);
    const marker = (part: number) => {
      const width = (full.right - full.left) * part;
      return word.rtl
        ? { ...full, left: full.right - width }
        : { ...full, right: full.left + width };
    };
    const { each, rest } = firstFrames(said, sweep);
    const fill = boxColor ?? '#00000000';
    const radius = fontSize * 0.08;
    return [
      ...each.map((frame, at) => boxSprite(marker(easeOut((at + 1) / sweep)), radius, fill, frame)),
      boxSprite(full, radius, fill, rest),
      ...wordSprites(word, restColor(word, settings), settings, before(times, said)),
      ...fillSprites(word.ink, settings.wordColor, said),
      ...wordSprites(word, restColor(word, settings), settings, after(times, said)),
    ];
  });
};

/** A line grows below the word being said. */
export const underline: DrawPage = (page, settings, fps) => {
  const { layout, times } = page;
  const { fontSize } = settings;
  const sweep = framesOf(MARK_SECONDS, fps);
  const thickness = Math.max(2, fontSize * UNDERLINE_THICKNESS);
  return [
    ...pageEdge(page, settings),
    ...layout.words.flatMap((word, index) => {
      const said = times.words[index]!;
      const top = word.baseline + Math.max(fontSize * 0.16, layout.metrics.underlineOffset);
      const line = (part: number) => {
        const { left, right } = word.box;
        const width = (right - left) * part;
        const sides = word.rtl ? { left: right - width, right } : { left, right: left + width };
        return {
          color: null,
          path: roundedRect({ ...sides, top, bottom: top + thickness }, thickness / 2),
        };
      };
      const { each, rest } = firstFrames(said, sweep);
      const drawn = (part: number, frame: typeof said) =>
        wordSprites({ ...word, ink: [line(part)] }, settings.wordColor, settings, frame);
      return [
        ...each.flatMap((frame, at) => drawn(easeOut((at + 1) / sweep), frame)),
        ...drawn(1, rest),
        ...fillSprites(word.ink, restColor(word, settings), times),
      ];
    }),
  ];
};
