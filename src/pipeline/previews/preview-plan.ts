import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type { Project } from '../../core/project/types/index.js';
import { SegmentPlanner } from '../../core/render/plan/build-plan.js';
import { DRAFT_SETTINGS, qualitySettings } from '../../core/render/encode/quality-settings.js';
import type { FfmpegService } from '../../engine/ffmpeg/ffmpeg.service.js';
import { ViewPictures } from '../../engine/views/view-pictures.js';
import type { PlannedVideo } from '../types/planned-video.js';

/** A planned video, ready to render parts of it. */
export class PreviewPlan {
  /** No other plan has it, not even a later one of the same config, whose sources may have changed. */
  readonly id = randomUUID();
  /** The segments of the video. */
  readonly planner: SegmentPlanner;
  /** The segments of drafts. */
  readonly draft: SegmentPlanner;
  /** The pictures of moving views, which all parts share. */
  readonly pictures: ViewPictures;
  private readonly controller = new AbortController();

  /** @param folder for pictures; it exists as long as the plan */
  constructor(
    readonly project: Project,
    readonly video: PlannedVideo,
    folder: string,
    ffmpeg: FfmpegService,
  ) {
    const { timeline, overlays, sourceOf } = video;
    this.planner = new SegmentPlanner(timeline, overlays, qualitySettings(project));
    this.draft = new SegmentPlanner(timeline, overlays, DRAFT_SETTINGS);
    const { signal } = this.controller;
    this.pictures = new ViewPictures(join(folder, 'pictures'), sourceOf, ffmpeg, signal);
  }

  close(): void {
    this.controller.abort();
  }
}
