import type { CaptionPage } from '../../core/captions/caption-page.js';
import type { Project, SubtitlesElement } from '../../core/project/types/index.js';
import type { Overlays } from '../../core/render/plan/build-plan.js';
import type { RenderPlan } from '../../core/render/segment/types.js';
import type { SoundClip, Timeline } from '../../core/timeline/types.js';
import type { WordTiming } from '../../core/timing/types.js';
import type { StoredSource } from '../../engine/media/formats/stored-source.js';
import type { PcmSource } from '../../engine/media/sound/mix-sounds.js';

/** The captions of a video, as words and as pages. */
export interface PlannedCaptions {
  readonly element: SubtitlesElement;
  readonly timing: WordTiming;
  readonly pages: readonly CaptionPage[];
}

/** Returns the decoded sound of a clip's source, at the speed of the clip. */
export type PcmOf = (clip: SoundClip) => PcmSource;

/** A video config and everything that rendering needs. */
export interface PlannedVideo {
  /** The config, which knows its sources. */
  readonly project: Project;
  readonly timeline: Timeline;
  readonly plan: RenderPlan;
  /** What {@link plan} draws over the pictures of the timeline. */
  readonly overlays: Overlays;
  /** Null without captions. */
  readonly captions: PlannedCaptions | null;
  /** Warnings for the author, for example about doubtful words or characters without a glyph. */
  readonly warnings: readonly string[];
  /** A source, or a lookup table, by its content. */
  readonly sourceOf: (contentHash: string) => StoredSource;
  readonly pcmOf: PcmOf;
}
