import type { Sprite } from '../../drawing/sprite.js';
import type { CaptionSettings, FrameRate } from '../../project/types/index.js';
import type { PageLayout } from '../layout/lay-out-page.js';
import type { PageTimes } from '../paging/time-pages.js';

/** A page with its layout and the frames in which it is visible. */
export interface TimedPage {
  readonly layout: PageLayout;
  readonly times: PageTimes;
}

/**
 * Draws a page in a caption style. Pure. An animation is one sprite for each frame that changes, because in a
 * still segment only these frames are rendered.
 */
export type DrawPage = (page: TimedPage, settings: CaptionSettings, fps: FrameRate) => Sprite[];
