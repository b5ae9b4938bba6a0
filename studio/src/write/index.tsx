/** Writing the video: as JSON, and in forms. */
import type { Panel, StartAction } from '../routing/seams.js';
import { lazyView } from '../routing/lazy-view.js';
import { navigate } from '../routing/router.js';
import { texts } from '../texts/index.js';

/** The JSON text. */
export const editorPanel: Panel = {
  id: 'editor',
  title: texts.workbench.editor,
  view: lazyView(() => import('./editor/editor.js')),
};

/** The outline, and fields for what is selected. */
export const formPanel: Panel = {
  id: 'form',
  title: texts.workbench.form,
  view: lazyView(() => import('./forms/form.js')),
};

/** Ways to begin, for the home screen. */
export const startActions: readonly StartAction[] = [
  {
    title: texts.write.opening.title,
    about: texts.write.opening.about,
    icon: 'file',
    async start() {
      const { openFile } = await import('./exchange/exchange.js');
      if (await openFile()) navigate(['write']);
    },
  },
];
