import { captionsPanel } from '../captions/index.js';
import { filesPanel } from '../files/index.js';
import type { Panel } from '../routing/seams.js';
import { editorPanel, formPanel } from '../write/index.js';

/** The tabs of the left side, in their order. A feature that is not there has no tab. */
export const PANELS: readonly Panel[] = [editorPanel, formPanel, captionsPanel, filesPanel].filter(
  (panel) => panel !== null,
);
