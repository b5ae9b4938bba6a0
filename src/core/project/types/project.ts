import type { SubtitlesElement } from './captions.js';
import type { TimelineElement } from './elements.js';
import type { FileOutput, Output } from './outputs.js';
import type { Scene } from './scene.js';
import type { FrameRate, Quality } from './values.js';

/** The same project in a frame of another shape: read anew, so that what depends on the frame fits. */
export interface VideoOutput extends Output {
  readonly type: 'video';
  readonly project: Project;
}

export type ProjectOutput = VideoOutput | FileOutput;

/** A checked project: every default filled in, every alias resolved, every value within its bounds. */
export interface Project {
  readonly width: number;
  readonly height: number;
  readonly fps: FrameRate;
  readonly quality: Quality;
  /** Fastest encoder settings, for a look. */
  readonly draft: boolean;
  /** Integrated loudness that the sound is brought to, LUFS; null: it stays as it is mixed. */
  readonly loudness: number | null;
  readonly comment: string | null;
  readonly clientData: unknown;
  readonly scenes: readonly Scene[];
  /** Elements over the whole video, without the subtitles. */
  readonly elements: readonly TimelineElement[];
  readonly subtitles: SubtitlesElement | null;
  /** What else is made besides the video itself. */
  readonly outputs: readonly ProjectOutput[];
}
