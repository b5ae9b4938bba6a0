import { type Rect, scalingAbout, type Transform } from '../../drawing/path.js';
import type { ShapedGlyph } from '../../text/types.js';
import { inkOf } from '../../text/lay-out-line.js';
import { inkBounds, type PageWord } from '../layout/lay-out-page.js';
import type { FrameSpan } from '../paging/word-spans.js';
import { fillSprites, pageBox, pageEdge, wordSprites } from './page-sprites.js';
import { after, before, easeOut, firstFrames, framesOf } from './animation-frames.js';
import { restColor } from './plain.js';
import type { DrawPage } from './types.js';

const POP_SECONDS = 0.25;
const POP_FROM = 0.88;
/** How much a word grows at most, and how far beyond its place, of the font size. */
const POP_PEAK = { part: 0.16, overlap: 0.45 };
const POP_SETTLED = { part: 0.08, overlap: 0.2 };
const BOUNCE_SECONDS = 0.4;
/** Of the font size. */
const BOUNCE_HEIGHT = 0.28;

/** The word colour fills each word while it is said, in its reading direction. */
export const karaoke: DrawPage = (page, settings) => {
  const { layout, times } = page;
  return [
    ...pageBox(page, settings),
    ...pageEdge(page, settings),
    ...layout.words.flatMap((word, index) => {
      const said = times.words[index]!;
      const { each } = firstFrames(said, Infinity);
      const rest = restColor(word, settings);
      return [
        ...fillSprites(word.ink, rest, before(times, said)),
        ...each.flatMap((frame, at) => {
          // The middle of the frame's time, so that a word is half filled in the middle of its own.
          const { sung, unsung } = divided(word, (at + 0.5) / each.length);
          return [
            ...fillSprites(word.ink, settings.wordColor, frame, { clip: sung }),
            ...fillSprites(plainInk(word), rest, frame, { clip: unsung }),
          ];
        }),
        ...fillSprites(word.ink, settings.wordColor, after(times, said)),
      ];
    }),
  ];
};

/** Two parts of a word side by side, without a gap, around all of its ink. */
function divided(word: PageWord, part: number): { sung: Rect; unsung: Rect } {
  const ink = inkBounds([word]) ?? word.box;
  const around: Rect = {
    left: Math.floor(Math.min(ink.left, word.box.left)) - 1,
    right: Math.ceil(Math.max(ink.right, word.box.right)) + 1,
    top: Math.floor(ink.top) - 1,
    bottom: Math.ceil(ink.bottom) + 1,
  };
  const { left, right } = word.box;
  const at = Math.round(word.rtl ? right - (right - left) * part : left + (right - left) * part);
  const [leftPart, rightPart] = [
    { ...around, right: at },
    { ...around, left: at },
  ];
  return word.rtl ? { sung: rightPart, unsung: leftPart } : { sung: leftPart, unsung: rightPart };
}

/** Emoji have one colour whether sung or not, and are drawn once. */
const plainInk = ({ ink }: PageWord) => ink.filter(({ color }) => color === null);

/** The word being said jumps towards the viewer and settles a little larger. */
export const pop: DrawPage = (page, settings, fps) =>
  raiseWords(page, settings, framesOf(POP_SECONDS, fps), ({ box }, progress) => {
    const { left, right, top, bottom } = box;
    // A long word grows by less, or it would push into its neighbours.
    const [peak, settled] = [POP_PEAK, POP_SETTLED].map(
      ({ part, overlap }) => 1 + Math.min(part, (overlap * settings.fontSize) / (right - left)),
    ) as [number, number];
    const scale =
      progress < 0.5
        ? POP_FROM + (peak - POP_FROM) * easeOut(progress * 2)
        : peak + (settled - peak) * easeOut(progress * 2 - 1);
    return scalingAbout(scale, (left + right) / 2, (top + bottom) / 2);
  });

/** The word being said leaps and comes down, with a smaller leap after it. */
export const bounce: DrawPage = (page, settings, fps) =>
  raiseWords(page, settings, framesOf(BOUNCE_SECONDS, fps), (_word, progress) => {
    const arc = (at: number) => 4 * at * (1 - at);
    const height = progress < 0.65 ? arc(progress / 0.65) : 0.25 * arc((progress - 0.65) / 0.35);
    return { scale: 1, dx: 0, dy: -height * BOUNCE_HEIGHT * settings.fontSize };
  });

/** Words in the line colour, and the one being said above them, in the word colour and moving. */
function raiseWords(
  page: Parameters<DrawPage>[0],
  settings: Parameters<DrawPage>[1],
  frames: number,
  transformAt: (word: PageWord, progress: number) => Transform,
) {
  const { layout, times } = page;
  return [
    ...pageBox(page, settings),
    ...layout.words.flatMap((word, index) => {
      const said = times.words[index]!;
      const { each, rest } = firstFrames(said, frames);
      const raised = (frame: FrameSpan, progress: number) =>
        wordSprites(word, settings.wordColor, settings, frame, {
          transform: transformAt(word, progress),
          raised: true,
        });
      return [
        ...wordSprites(word, restColor(word, settings), settings, before(times, said)),
        ...each.flatMap((frame, at) => raised(frame, (at + 1) / frames)),
        ...raised(rest, 1),
        ...wordSprites(word, restColor(word, settings), settings, after(times, said)),
      ];
    }),
  ];
}

/** Letters appear one after another while their word is said, and stay. */
export const typewriter: DrawPage = (page, settings) => {
  const { layout, times } = page;
  return [
    ...pageBox(page, settings),
    ...layout.words.flatMap((word, index) => {
      const said = times.words[index]!;
      const color = restColor(word, settings);
      const clusters = clustersOf(word.glyphs);
      const count = said.endFrame - said.startFrame;
      return [
        ...clusters.flatMap((glyphs, at) => {
          const startFrame = said.startFrame + Math.floor((at * count) / clusters.length);
          const ink = inkOf(glyphs, word.originX, word.baseline);
          return wordSprites({ ...word, ink }, color, settings, { ...said, startFrame });
        }),
        ...wordSprites(word, color, settings, after(times, said)),
      ];
    }),
  ];
};

/** Glyphs that stand for the same characters, in reading order. */
function clustersOf(glyphs: readonly ShapedGlyph[]): ShapedGlyph[][] {
  const clusters = new Map<number, ShapedGlyph[]>();
  for (const glyph of glyphs) {
    clusters.set(glyph.start, [...(clusters.get(glyph.start) ?? []), glyph]);
  }
  return [...clusters].sort(([a], [b]) => a - b).map(([, cluster]) => cluster);
}
