/** Rendering: the action of the workbench, the list of jobs, and the page of a job. */
import type { LazyView } from '../routing/lazy-view.js';
import type { Screen } from '../routing/seams.js';

/** `jobs` and `jobs/:id`. */
export const jobScreens: readonly Screen[] = [];

/** The button of the workbench that renders the video. Null: there is none. */
export const renderAction: LazyView | null = null;
