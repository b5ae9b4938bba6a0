/** Files: what was uploaded, and what is being uploaded. */
import type { LazyView } from '../routing/lazy-view.js';
import type { Panel, StartAction } from '../routing/seams.js';

/** Null: the workbench has no tab for it. */
export const filesPanel: Panel | null = null;

/** What takes files that are dropped anywhere on the page. It is always there, and shows nothing by itself. Null: nothing does. */
export const dropTarget: LazyView | null = null;

/** Ways to begin, for the home screen. */
export const startActions: readonly StartAction[] = [];
