import { roundedRect } from '../../drawing/rectangles.js';
import type { FrameSpan } from '../../time/frame-span.js';
import { boxPadding, paddingOf, withPadding } from '../layout/safe-area.js';
import { glyphFillSprites } from '../../drawing/glyph-sprites.js';
import { boxSprites, filledBox, letterRect, pageEdgeSprites, wordSprites } from './page-sprites.js';
import {
  spanAfter,
  spanBefore,
  easeOut,
  splitFirstFrames,
  durationInFrames,
} from './animation-frames.js';
import { idleColor } from './plain.js';
import type { DrawPage } from './types.js';

const MARKER_SECONDS = 0.15;
/** Lengths as shares of the font size. */
const WORD_PADDING = 0.13;
const MARKER_PADDING = 0.1;
const UNDERLINE_THICKNESS = 0.13;

/** A rounded box behind each line, with the spoken word in the word color. */
export const boxedLine: DrawPage = ({ layout, times }, settings) => {
  const { fontSize } = settings;
  const own = boxPadding(fontSize);
  const look = { padding: { x: own, y: own / 3 }, radius: own };
  const boxes = layout.lines.flatMap((line) =>
    boxSprites(letterRect(line, fontSize), settings, times, look),
  );
  return [
    ...boxes,
    ...pageEdgeSprites({ layout, times }, settings),
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

/** A rounded box behind the spoken word, which has no outline. */
export const boxedWord: DrawPage = ({ layout, times }, settings) => {
  const { fontSize } = settings;
  const look = { padding: { x: fontSize * WORD_PADDING, y: 0 }, radius: fontSize * 0.2 };
  return layout.words.flatMap((word, index) => {
    const spoken = times.words[index]!;
    const idle = { color: idleColor(word, settings), edge: settings };
    return [
      ...boxSprites(letterRect(word.box, fontSize), settings, spoken, look),
      ...wordSprites(word, spanBefore(times, spoken), idle),
      ...glyphFillSprites(word.glyphLayers, settings.wordColor, spoken),
      ...wordSprites(word, spanAfter(times, spoken), idle),
    ];
  });
};

/** A marker that grows across the spoken word in its reading direction. The word has no outline. */
export const highlight: DrawPage = ({ layout, times }, settings, fps) => {
  const { fontSize } = settings;
  const padding = paddingOf(settings, { x: fontSize * MARKER_PADDING, y: 0 });
  const sweep = durationInFrames(MARKER_SECONDS, fps);
  return layout.words.flatMap((word, index) => {
    const spoken = times.words[index]!;
    const idle = { color: idleColor(word, settings), edge: settings };
    const full = withPadding(letterRect(word.box, fontSize), padding);
    const marker = (part: number) => {
      const width = (full.right - full.left) * part;
      return word.rtl
        ? { ...full, left: full.right - width }
        : { ...full, right: full.left + width };
    };
    const { each, rest } = splitFirstFrames(spoken, sweep);
    const drawn = (part: number, frame: FrameSpan) =>
      filledBox(marker(part), settings, frame, { radius: fontSize * 0.08 });
    return [
      ...each.flatMap((frame, at) => drawn(easeOut((at + 1) / sweep), frame)),
      ...drawn(1, rest),
      ...wordSprites(word, spanBefore(times, spoken), idle),
      ...glyphFillSprites(word.glyphLayers, settings.wordColor, spoken),
      ...wordSprites(word, spanAfter(times, spoken), idle),
    ];
  });
};

/** A line that grows below the spoken word. */
export const underline: DrawPage = (page, settings, fps) => {
  const { layout, times } = page;
  const { fontSize } = settings;
  const sweep = durationInFrames(MARKER_SECONDS, fps);
  const thickness = Math.max(2, fontSize * UNDERLINE_THICKNESS);
  return [
    ...pageEdgeSprites(page, settings),
    ...layout.words.flatMap((word, index) => {
      const spoken = times.words[index]!;
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
      const { each, rest } = splitFirstFrames(spoken, sweep);
      const drawn = (part: number, frame: typeof spoken) =>
        wordSprites({ glyphLayers: [line(part)] }, frame, {
          color: settings.wordColor,
          edge: settings,
        });
      return [
        ...each.flatMap((frame, at) => drawn(easeOut((at + 1) / sweep), frame)),
        ...drawn(1, rest),
        ...glyphFillSprites(word.glyphLayers, idleColor(word, settings), times),
      ];
    }),
  ];
};
