/** Files: what was uploaded, and what is being uploaded. */
import { lazyView, type LazyView } from '../routing/lazy-view.js';
import type { Panel } from '../routing/seams.js';
import { texts } from '../texts/index.js';

/** The files of the key. */
export const filesPanel: Panel = {
  id: 'files',
  title: texts.workbench.files,
  view: lazyView(() => import('./files-panel.js')),
};

/** What shows that the page takes files, and how uploads go on. It is always there, and shows nothing by itself. */
export const dropTarget: LazyView = lazyView(() => import('./drop-target.js'));
