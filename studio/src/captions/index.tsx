/** Captions: the transcript, and the style. */
import { lazyView } from '../routing/lazy-view.js';
import type { Panel } from '../routing/seams.js';
import { texts } from '../texts/index.js';

/** The words, and how they look. */
export const captionsPanel: Panel = {
  id: 'captions',
  title: texts.workbench.captions,
  view: lazyView(() => import('./captions-panel.js')),
};
