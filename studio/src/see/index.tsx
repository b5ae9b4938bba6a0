/** Seeing the video: the frame at the playhead, the draft, and the timeline. */
import { type LazyView, lazyView } from '../routing/lazy-view.js';

/** The picture, at the right of the workbench. Null: there is none. */
export const picture: LazyView | null = lazyView(() => import('./picture/picture.js'));

/** The timeline, below the picture. Null: there is none. */
export const timeline: LazyView | null = lazyView(() => import('./timeline/timeline.js'));
