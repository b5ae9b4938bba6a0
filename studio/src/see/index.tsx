/** Seeing the video: the frame at the playhead, the draft, and the timeline. */
import type { LazyView } from '../routing/lazy-view.js';

/** The picture, at the right of the workbench. Null: there is none. */
export const picture: LazyView | null = null;

/** The timeline, below the picture. Null: there is none. */
export const timeline: LazyView | null = null;
