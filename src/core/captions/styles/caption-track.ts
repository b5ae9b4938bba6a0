import { captionPasses } from '../../budget/caption-passes.js';
import type { WorkBudget } from '../../budget/job-budget.js';
import { drawnRows, type PixelRows, rowsOfAll } from '../../drawing/drawn-rows.js';
import { mergeSprites, type Sprite } from '../../drawing/sprite.js';
import { writeAssForFrames } from '../../drawing/write-ass-for-frames.js';
import type { CaptionSettings, FrameRate } from '../../project/types/index.js';
import type { CaptionTrack } from '../../render/segment/types.js';
import type { TextShaper } from '../../text/types.js';
import type { CaptionPage, FrameSize } from '../caption-page.js';
import { layOutPage } from '../layout/lay-out-page.js';
import { timePages } from '../paging/time-pages.js';
import { STYLE_RENDERERS } from './style-renderers.js';

/** The size, the frame rate, and the length of the video below the captions. */
export interface CaptionedVideo extends FrameSize {
  readonly fps: FrameRate;
  readonly totalFrames: number;
}

export interface CaptionTrackOptions {
  /** The look of pages without one of their own. */
  readonly settings: CaptionSettings;
  readonly video: CaptionedVideo;
  readonly shaper: TextShaper;
  /** BCP 47 tag. */
  readonly language: string;
  /** Counts the points of outlines before they are drawn. */
  readonly budget: WorkBudget;
  /** JSON pointer of the subtitles element. */
  readonly pointer: string;
  /** How many characters of outlines are kept in memory. Other pages are drawn again, with the same result. */
  readonly maxKeptCharacters?: number;
}

/** Enough for about ten minutes of captions. */
const MAX_KEPT_CHARACTERS = 8_000_000;

/** A page that draws something, and the frames in which it does. */
interface DrawnPage {
  readonly index: number;
  readonly startFrame: number;
  readonly endFrame: number;
  /** Null if the sprites are drawn again when they are needed. */
  readonly sprites: readonly Sprite[] | null;
  readonly rows: PixelRows | null;
}

/**
 * Creates the caption track for the render planner. All pages are drawn once to find the frames in which the
 * captions change. Of a long video, only some sprites are kept, so that memory does not grow with its length.
 */
export function createCaptionTrack(
  pages: readonly CaptionPage[],
  options: CaptionTrackOptions,
): CaptionTrack {
  const { video, shaper, language, budget, pointer } = options;
  const settingsOf = (index: number) => pages[index]!.settings ?? options.settings;
  const times = timePages(pages, video.fps, video.totalFrames);
  const spend = (index: number, points: number) => {
    const passes = captionPasses(settingsOf(index).style, video.fps);
    budget.spend('drawingPoints', points * passes, pointer);
    budget.allow('keptPoints', points * passes, pointer);
  };
  const drawPage = (index: number, onPoints?: (points: number) => void): Sprite[] => {
    const settings = settingsOf(index);
    const layout = layOutPage(pages[index]!, {
      settings,
      frame: video,
      shaper,
      language,
      onPoints,
    });
    const page = { layout, times: times[index]! };
    return mergeSprites(STYLE_RENDERERS[settings.style](page, settings, video.fps));
  };
  const { drawn, changes } = drawAll(
    pages.length,
    (index) => drawPage(index, (points) => spend(index, points)),
    options.maxKeptCharacters,
  );
  return {
    changes,
    rowsOf: (from, to) =>
      rowsOfAll(
        drawn
          .filter(({ startFrame, endFrame }) => endFrame > from && startFrame < to)
          .map(({ rows }) => rows),
      ),
    documentOf: (frames) => {
      const [first, last] = [frames[0] ?? Infinity, frames.at(-1) ?? -Infinity];
      const sprites = drawn
        .filter(({ startFrame, endFrame }) => endFrame > first && startFrame <= last)
        .flatMap((page) => page.sprites ?? drawPage(page.index));
      return writeAssForFrames(sprites, frames, video);
    },
  };
}

function drawAll(
  count: number,
  drawPage: (index: number) => readonly Sprite[],
  maxKeptCharacters = MAX_KEPT_CHARACTERS,
): { drawn: DrawnPage[]; changes: number[] } {
  const changes = new Set<number>();
  const drawn: DrawnPage[] = [];
  let remaining = maxKeptCharacters;
  for (let index = 0; index < count; index++) {
    const sprites = drawPage(index);
    if (sprites.length === 0) continue;
    for (const { startFrame, endFrame } of sprites) changes.add(startFrame).add(endFrame);
    // A word that changes its color in each frame has one outline.
    const outlines = new Set(sprites.map(({ shape }) => shape));
    for (const { commands } of outlines) remaining -= commands.length;
    drawn.push({
      index,
      startFrame: sprites.reduce((least, sprite) => Math.min(least, sprite.startFrame), Infinity),
      endFrame: sprites.reduce((most, sprite) => Math.max(most, sprite.endFrame), 0),
      sprites: remaining > 0 ? sprites : null,
      rows: drawnRows(sprites),
    });
  }
  return { drawn, changes: [...changes].sort((a, b) => a - b) };
}
