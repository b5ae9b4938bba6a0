import { keptText, KeptVideo } from './autosave.js';
import { STARTER } from './starter.js';
import { VideoDocument } from './video-document.js';

export { setProblems, problems, type Problem } from './problems.js';
export { isInGroup, isWithin, parentOf, partsOf, pointerOf, valueAt } from './pointers.js';
export { applyPatch, type Patch, patchBetween } from './patches.js';
export type { Range } from './ranges.js';
export type { Parsed, TextError } from './parse-text.js';
export type { EditOptions, VideoDocument } from './video-document.js';
export { moveScene } from './move-scene.js';
export { STARTER } from './starter.js';
export { type StoredTemplate, template } from './template.js';

const kept = keptText();

/** Whether this browser has kept a video from before. */
export const hasKeptVideo = kept !== null && kept.trim() !== '' && kept !== STARTER;

/** The video of the page. There is one, which all panels share. */
export const video = new VideoDocument(kept ?? STARTER);

/** Keeps it in this browser. */
export const keptVideo = new KeptVideo(video);
