import { mergeSprites, type Sprite } from '../drawing/sprite.js';
import type { CaptionSettings, FrameRate } from '../project/types.js';
import type { TextShaper } from '../text/types.js';
import { layOutPage } from './lay-out-page.js';
import { STYLES } from './styles/index.js';
import { timePages } from './time-pages.js';
import type { CaptionPage, FrameSize } from './types.js';

export interface CaptionFrame extends FrameSize {
  readonly fps: FrameRate;
  readonly totalFrames: number;
}

/** Pages as what is drawn in which frames, in the style of the settings. */
export function drawCaptions(
  pages: readonly CaptionPage[],
  settings: CaptionSettings,
  frame: CaptionFrame,
  shaper: TextShaper,
  language: string,
): Sprite[] {
  const times = timePages(pages, frame.fps, frame.totalFrames);
  const drawPage = STYLES[settings.style];
  return mergeSprites(drawnPages());

  // One after another: the outlines of a page are gone when the next one is drawn.
  function* drawnPages(): Generator<Sprite> {
    for (const [index, page] of pages.entries()) {
      const layout = layOutPage(page, settings, frame, shaper, language);
      yield* drawPage({ layout, times: times[index]! }, settings, frame.fps);
    }
  }
}
