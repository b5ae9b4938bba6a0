import { documentOf } from '../../drawing/document-of.js';
import { mergeSprites, type Sprite } from '../../drawing/sprite.js';
import type { CaptionSettings, FrameRate } from '../../project/types/index.js';
import type { CaptionTrack } from '../../render/segment/types.js';
import type { TextShaper } from '../../text/types.js';
import { layOutPage } from '../layout/lay-out-page.js';
import { STYLES } from './index.js';
import { timePages } from '../paging/time-pages.js';
import type { CaptionPage, FrameSize } from '../layout/types.js';

export interface CaptionFrame extends FrameSize {
  readonly fps: FrameRate;
  readonly totalFrames: number;
}

/** Letters of outlines that are kept, those of some ten minutes: pages beyond are drawn again. */
const KEPT_LETTERS = 8_000_000;

/**
 * Pages as the render planner sees them, in the style of the settings. All are drawn here once, for
 * the frames in which they change; of a long video not all are kept, so that memory does not grow with
 * its length.
 *
 * @param keptLetters of outlines; what is drawn again is the same
 */
export function captionTrack(
  pages: readonly CaptionPage[],
  settings: CaptionSettings,
  frame: CaptionFrame,
  shaper: TextShaper,
  language: string,
  keptLetters = KEPT_LETTERS,
): CaptionTrack {
  const times = timePages(pages, frame.fps, frame.totalFrames);
  const draw = (index: number): Sprite[] => {
    const layout = layOutPage(pages[index]!, settings, frame, shaper, language);
    const page = { layout, times: times[index]! };
    return mergeSprites(STYLES[settings.style](page, settings, frame.fps));
  };

  const changes = new Set<number>();
  const shown: { index: number; from: number; to: number; sprites: readonly Sprite[] | null }[] =
    [];
  let room = keptLetters;
  for (const index of pages.keys()) {
    const sprites = draw(index);
    if (sprites.length === 0) continue;
    for (const { startFrame, endFrame } of sprites) changes.add(startFrame).add(endFrame);
    room -= sprites.reduce((sum, { shape }) => sum + shape.commands.length, 0);
    shown.push({
      index,
      from: sprites.reduce((least, { startFrame }) => Math.min(least, startFrame), Infinity),
      to: sprites.reduce((most, { endFrame }) => Math.max(most, endFrame), 0),
      sprites: room > 0 ? sprites : null,
    });
  }
  return {
    changes: [...changes].sort((a, b) => a - b),
    documentOf: (frames) => {
      const [first, last] = [frames[0] ?? Infinity, frames.at(-1) ?? -Infinity];
      const sprites = shown
        .filter(({ from, to }) => to > first && from <= last)
        .flatMap((page) => page.sprites ?? draw(page.index));
      return documentOf(sprites, frames, frame);
    },
  };
}
