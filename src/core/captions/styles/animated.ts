import { type Rect, scalingAbout, type Transform } from '../../drawing/path.js';
import type { ShapedGlyph } from '../../text/types.js';
import { placeGlyphs } from '../../text/lay-out-line.js';
import { glyphBounds, type PageWord } from '../layout/lay-out-page.js';
import type { FrameSpan } from '../../time/frame-span.js';
import { glyphFillSprites } from '../../drawing/glyph-sprites.js';
import { pageBoxSprites, pageEdgeSprites, wordSprites } from './page-sprites.js';
import {
  spanAfter,
  spanBefore,
  easeOut,
  splitFirstFrames,
  durationInFrames,
} from './animation-frames.js';
import { idleColor } from './plain.js';
import type { DrawPage } from './types.js';

const POP_SECONDS = 0.25;
const POP_FROM = 0.88;
/** The largest growth of a word, and how far it may extend beyond its box, as a share of the font size. */
const POP_PEAK = { part: 0.16, overlap: 0.45 };
const POP_SETTLED = { part: 0.08, overlap: 0.2 };
const BOUNCE_SECONDS = 0.4;
/** As a share of the font size. */
const BOUNCE_HEIGHT = 0.28;

/** The word color fills each word while it is spoken, in its reading direction. */
export const karaoke: DrawPage = (page, settings) => {
  const { layout, times } = page;
  return [
    ...pageBoxSprites(page, settings),
    ...pageEdgeSprites(page, settings),
    ...layout.words.flatMap((word, index) => {
      const spoken = times.words[index]!;
      const { each } = splitFirstFrames(spoken, Infinity);
      const rest = idleColor(word, settings);
      return [
        ...glyphFillSprites(word.glyphLayers, rest, spanBefore(times, spoken)),
        ...each.flatMap((frame, at) => {
          // The middle of the frame, so that a word is half filled in the middle of its time.
          const { sung, unsung } = divideWord(word, (at + 0.5) / each.length);
          return [
            ...glyphFillSprites(word.glyphLayers, settings.wordColor, frame, { clip: sung }),
            ...glyphFillSprites(plainLayers(word), rest, frame, { clip: unsung }),
          ];
        }),
        ...glyphFillSprites(word.glyphLayers, settings.wordColor, spanAfter(times, spoken)),
      ];
    }),
  ];
};

/** Divides a word into two adjacent parts that together cover all of its glyphs. */
function divideWord(word: PageWord, part: number): { sung: Rect; unsung: Rect } {
  const bounds = glyphBounds([word]) ?? word.box;
  const around: Rect = {
    left: Math.floor(Math.min(bounds.left, word.box.left)) - 1,
    right: Math.ceil(Math.max(bounds.right, word.box.right)) + 1,
    top: Math.floor(bounds.top) - 1,
    bottom: Math.ceil(bounds.bottom) + 1,
  };
  const { left, right } = word.box;
  const at = Math.round(word.rtl ? right - (right - left) * part : left + (right - left) * part);
  const [leftPart, rightPart] = [
    { ...around, right: at },
    { ...around, left: at },
  ];
  return word.rtl ? { sung: rightPart, unsung: leftPart } : { sung: leftPart, unsung: rightPart };
}

/** The layers without emoji, which keep their colors and are drawn only once. */
const plainLayers = ({ glyphLayers }: PageWord) =>
  glyphLayers.filter(({ color }) => color === null);

/** The spoken word jumps toward the viewer and settles at a slightly larger size. */
export const pop: DrawPage = (page, settings, fps) =>
  drawRaised(page, settings, durationInFrames(POP_SECONDS, fps), ({ box }, progress) => {
    const { left, right, top, bottom } = box;
    // A long word grows less, so that it does not overlap its neighbors.
    const [peak, settled] = [POP_PEAK, POP_SETTLED].map(
      ({ part, overlap }) => 1 + Math.min(part, (overlap * settings.fontSize) / (right - left)),
    ) as [number, number];
    const scale =
      progress < 0.5
        ? POP_FROM + (peak - POP_FROM) * easeOut(progress * 2)
        : peak + (settled - peak) * easeOut(progress * 2 - 1);
    return scalingAbout(scale, (left + right) / 2, (top + bottom) / 2);
  });

/** The spoken word leaps and lands, then makes a smaller leap. */
export const bounce: DrawPage = (page, settings, fps) =>
  drawRaised(page, settings, durationInFrames(BOUNCE_SECONDS, fps), (_word, progress) => {
    const arc = (at: number) => 4 * at * (1 - at);
    const height = progress < 0.65 ? arc(progress / 0.65) : 0.25 * arc((progress - 0.65) / 0.35);
    return { scale: 1, dx: 0, dy: -height * BOUNCE_HEIGHT * settings.fontSize };
  });

/** Draws words in the line color, and the spoken word above them, in the word color and moving. */
function drawRaised(
  page: Parameters<DrawPage>[0],
  settings: Parameters<DrawPage>[1],
  frames: number,
  transformAt: (word: PageWord, progress: number) => Transform,
) {
  const { layout, times } = page;
  return [
    ...pageBoxSprites(page, settings),
    ...layout.words.flatMap((word, index) => {
      const spoken = times.words[index]!;
      const { each, rest } = splitFirstFrames(spoken, frames);
      const raised = (frame: FrameSpan, progress: number) =>
        wordSprites(word, frame, {
          color: settings.wordColor,
          edge: settings,
          transform: transformAt(word, progress),
          raised: true,
        });
      const idle = { color: idleColor(word, settings), edge: settings };
      return [
        ...wordSprites(word, spanBefore(times, spoken), idle),
        ...each.flatMap((frame, at) => raised(frame, (at + 1) / frames)),
        ...raised(rest, 1),
        ...wordSprites(word, spanAfter(times, spoken), idle),
      ];
    }),
  ];
}

/** Letters appear one after another while their word is spoken, and stay. */
export const typewriter: DrawPage = (page, settings) => {
  const { layout, times } = page;
  return [
    ...pageBoxSprites(page, settings),
    ...layout.words.flatMap((word, index) => {
      const spoken = times.words[index]!;
      const look = { color: idleColor(word, settings), edge: settings };
      const clusters = groupClusters(word.glyphs);
      const count = spoken.endFrame - spoken.startFrame;
      return [
        ...clusters.flatMap((glyphs, at) => {
          const startFrame = spoken.startFrame + Math.floor((at * count) / clusters.length);
          const glyphLayers = placeGlyphs(glyphs, word.originX, word.baseline);
          return wordSprites({ glyphLayers }, { ...spoken, startFrame }, look);
        }),
        ...wordSprites(word, spanAfter(times, spoken), look),
      ];
    }),
  ];
};

/** Groups the glyphs of the same characters, in reading order. */
function groupClusters(glyphs: readonly ShapedGlyph[]): ShapedGlyph[][] {
  const clusters = new Map<number, ShapedGlyph[]>();
  for (const glyph of glyphs) {
    clusters.set(glyph.start, [...(clusters.get(glyph.start) ?? []), glyph]);
  }
  return [...clusters].sort(([a], [b]) => a - b).map(([, cluster]) => cluster);
}
