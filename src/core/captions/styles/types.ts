import type { Sprite } from '../../drawing/sprite.js';
import type { CaptionSettings, FrameRate } from '../../project/types/index.js';
import type { PageLayout } from '../layout/lay-out-page.js';
import type { PageTimes } from '../paging/time-pages.js';

/** A page with its place and its frames. */
export interface TimedPage {
  readonly layout: PageLayout;
  readonly times: PageTimes;
}

/**
 * A caption style: what is drawn of a page in which frames. Pure; animations are a sprite for every
 * frame that differs, since in a still segment only those frames are made.
 */
export type DrawPage = (page: TimedPage, settings: CaptionSettings, fps: FrameRate) => Sprite[];
