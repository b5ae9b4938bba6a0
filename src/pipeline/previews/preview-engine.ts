import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { CONFIG } from '../../config/config.module.js';
import type { Config } from '../../config/types.js';
import { JobFailure } from '../../core/job/job-failure.js';
import { changeProject } from '../../core/project/change-project.js';
import type { Project } from '../../core/project/types/index.js';
import { withinCacheScope } from '../../engine/files/cache-scope.js';
import { CacheSpace } from '../../engine/files/cache-space.js';
import { openRenderFolder, type RenderFolder } from '../../engine/files/render-folder.js';
import { WorkLimits } from '../../engine/files/work-limits.js';
import { FfmpegService } from '../../engine/ffmpeg/ffmpeg.service.js';
import { FontCatalog } from '../../engine/fonts/font-catalog.js';
import type { SessionMemory } from '../../engine/media/store/media-session.js';
import { SoundEncoder } from '../../engine/render/mp4/sound-encoder.js';
import { SegmentFilters } from '../../engine/render/segments/segment-filters.js';
import { SegmentRenderer } from '../../engine/render/segments/segment-renderer.js';
import { OBJECT_STORE, type ObjectStore } from '../../engine/storage/object-store.js';
import { parseConfig, parseSettings } from '../parse-config.js';
import { explainFailure } from '../sources/explain-failure.js';
import { SourcesService } from '../sources/sources.service.js';
import type { PlannedVideo } from '../types/planned-video.js';
import { VideoPlanner } from '../video-planner.js';
import { describeTimeline } from './describe-timeline.js';
import type { PreviewCall, PreviewMaker, PreviewPart } from './preview-call.js';
import type { PreviewInput, Still } from './preview-input.js';
import { PreviewPlan } from './preview-plan.js';
import { PreviewWorkspaces } from './preview-workspaces.js';
import { RecentStills } from './recent-stills.js';
import { renderDraft } from './render-draft.js';
import { renderStill } from './render-still.js';

/** A workspace with more than this part of `VIDEOCRAFT_LIMITS_WORK_BYTES` is not used again: there are several. */
const PARTS_OF_WORK_BYTES = 8;

interface OpenedFolder {
  readonly folder: RenderFolder;
  readonly workspaces: PreviewWorkspaces;
}

/** Makes previews of configs with the engines of the render. Keeps their plans, so that the next one comes soon. */
@Injectable()
export class PreviewEngine implements PreviewMaker, OnApplicationShutdown {
  private opened: Promise<OpenedFolder> | null = null;
  private readonly stills = new RecentStills();

  constructor(
    @Inject(CONFIG)
    private readonly config: Pick<Config, 'browser' | 'dataDir' | 'limits' | 'subtitles'>,
    @Inject(OBJECT_STORE) private readonly store: ObjectStore,
    private readonly space: CacheSpace,
    private readonly fonts: FontCatalog,
    private readonly sources: SourcesService,
    private readonly planner: VideoPlanner,
    private readonly ffmpeg: FfmpegService,
    private readonly filters: SegmentFilters,
    private readonly segments: SegmentRenderer,
    private readonly sounds: SoundEncoder,
  ) {}

  async *run(call: PreviewCall, signal: AbortSignal): AsyncGenerator<PreviewPart> {
    const { input } = call;
    const { workspaces } = await this.open();
    const lease = await workspaces.lease(input.keyId);
    const { folder } = lease;
    const limits = new WorkLimits(this.config.limits, folder, () => this.space.makeRoom());
    const stop = AbortSignal.any([signal, limits.signal]);
    try {
      const plan = await this.scoped(input, () =>
        lease.plan(input.config, this.makerOf(input), stop),
      );
      if (call.kind === 'timeline') yield await describeTimeline(plan.video, call.peaksPerSecond);
      else if (call.kind === 'still') yield await this.still(plan, call, folder, stop);
      else yield* this.draft(plan, call, folder, stop);
    } catch (error) {
      // The files of the key are too many, or too large.
      if (limits.failure?.code === 'MEDIA_LIMIT_EXCEEDED') await workspaces.drop(input.keyId);
      throw limits.failure ?? error;
    } finally {
      limits.stop();
      await lease.end();
    }
  }

  async onApplicationShutdown(): Promise<void> {
    const opened = await this.opened?.catch(() => null);
    await opened?.workspaces.close();
    await opened?.folder.close();
  }

  /** Opens the folder with the first preview, and again if that failed, for example while the disk was full. */
  private open(): Promise<OpenedFolder> {
    if (this.opened === null) {
      this.opened = this.openFolder();
      this.opened.catch(() => (this.opened = null));
    }
    return this.opened;
  }

  private async openFolder(): Promise<OpenedFolder> {
    const { dataDir, limits } = this.config;
    const folder = await openRenderFolder(dataDir);
    const mostBytes = limits.workBytes / PARTS_OF_WORK_BYTES;
    return { folder, workspaces: new PreviewWorkspaces(folder.path, mostBytes) };
  }

  private async still(
    plan: PreviewPlan,
    { options }: PreviewCall & { readonly kind: 'still' },
    folder: string,
    signal: AbortSignal,
  ): Promise<Still> {
    const key = JSON.stringify([plan.id, options]);
    const known = this.stills.get(key);
    if (known) return known;
    const still = await this.explained(plan.video, folder, signal, () =>
      renderStill(plan, options, { filters: this.filters, folder, signal }),
    );
    this.stills.keep(key, still);
    return still;
  }

  private async *draft(
    plan: PreviewPlan,
    { input, options }: PreviewCall & { readonly kind: 'draft' },
    folder: string,
    signal: AbortSignal,
  ): AsyncGenerator<PreviewPart> {
    const { segments, sounds } = this;
    const parts = renderDraft(plan, options, { segments, sounds, folder, signal });
    try {
      // Each step within the scope: a generator takes that of whoever asks for its next part.
      for (;;) {
        const { done, value } = await this.scoped(input, () =>
          this.explained(plan.video, folder, signal, () => parts.next()),
        );
        if (done) return;
        yield value;
      }
    } finally {
      await parts.return(undefined);
    }
  }

  /** Blames the source that ffmpeg could not read. */
  private async explained<T>(
    video: PlannedVideo,
    workDir: string,
    signal: AbortSignal,
    action: () => Promise<T>,
  ): Promise<T> {
    try {
      return await action();
    } catch (error) {
      throw await explainFailure(error, video, this.ffmpeg, { workDir, signal });
    }
  }

  private scoped<T>({ keyId }: PreviewInput, action: () => Promise<T>): Promise<T> {
    return withinCacheScope(keyId, action);
  }

  private makerOf(input: PreviewInput) {
    return async (folder: string, memory: SessionMemory, signal: AbortSignal) => {
      const project = this.parse(input.config);
      const video = await this.planOrPlanWithoutCaptions(project, {
        ...{ workDir: folder, memory, signal, assets: input.assets },
      });
      return new PreviewPlan(project, video, folder, this.ffmpeg);
    };
  }

  private parse(config: unknown): Project {
    const parsed = parseConfig(config, this.fonts, parseSettings(this.config, false));
    if (parsed.ok) return parsed.project;
    const [{ pointer, message }] = parsed.issues as [(typeof parsed.issues)[number]];
    throw new JobFailure('RENDER_FAILED', message, pointer);
  }

  /** Without word times, the author still sees the pictures. The video itself would fail. */
  private async planOrPlanWithoutCaptions(
    project: Project,
    context: PlanFiles,
  ): Promise<PlannedVideo> {
    try {
      return await this.plan(project, context);
    } catch (error) {
      const isUntimed = error instanceof JobFailure && error.code === 'TIMING_UNAVAILABLE';
      if (!isUntimed || project.subtitles === null) throw error;
      const silent = changeProject(project, (one) => ({ ...one, subtitles: null }));
      const planned = await this.plan(silent, context);
      const at = error.pointer === null ? '' : ` (${error.pointer})`;
      const warning = `The preview has no captions, and a render would fail: ${error.message}${at}`;
      return { ...planned, warnings: [...planned.warnings, warning] };
    }
  }

  private async plan(
    project: Project,
    { workDir, memory, signal, assets }: PlanFiles,
  ): Promise<PlannedVideo> {
    const sources = this.sources.open(() => {}, memory);
    try {
      const context = {
        ...{ workDir, signal, localSources: false, onProgress: () => {} },
        voices: { isPreview: true },
        fetchAsset: async (id: string, target: string, stop: AbortSignal) => {
          const object = Object.hasOwn(assets, id) ? assets[id] : undefined;
          return object !== undefined && (await this.store.fetch(object, target, stop));
        },
      };
      return await this.planner.plan(project, context, { sources });
    } finally {
      sources.close();
    }
  }
}

interface PlanFiles {
  readonly workDir: string;
  readonly memory: SessionMemory;
  readonly signal: AbortSignal;
  readonly assets: PreviewInput['assets'];
}
