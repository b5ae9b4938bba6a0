/** Captions: the transcript, and the style. */
import type { Panel } from '../routing/seams.js';

/** Null: the workbench has no tab for it. */
export const captionsPanel: Panel | null = null;
