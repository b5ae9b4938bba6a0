import type { InjectionToken } from '@nestjs/common';
import { Test, type TestingModule } from '@nestjs/testing';
import { ConfigModule } from '../../src/config/config.module.js';
import type { Config } from '../../src/config/types.js';
import { FfmpegService } from '../../src/engine/ffmpeg/ffmpeg.service.js';
import { FontCatalog } from '../../src/engine/fonts/font-catalog.js';
import { MediaStore } from '../../src/engine/media/store/media-store.js';
import { MovingSegmentEncoder } from '../../src/engine/render/encoders/moving-segment-encoder.js';
import { SegmentFilters } from '../../src/engine/render/segments/segment-filters.js';
import { SegmentRenderer } from '../../src/engine/render/segments/segment-renderer.js';
import { SubtitleTimingService } from '../../src/engine/subtitle-timing/subtitle-timing.service.js';
import { PipelineModule } from '../../src/pipeline/pipeline.module.js';
import { PlanRenderer } from '../../src/pipeline/plan-renderer.js';
import { RendererService } from '../../src/pipeline/renderer.service.js';
import { VideoPlanner } from '../../src/pipeline/video-planner.js';

/** Providers that replace those of the modules. */
export type Overrides = readonly (readonly [token: InjectionToken, value: unknown])[];

/** The renderer of the service, with the parts that tests inspect. */
export class RenderApp {
  readonly ffmpeg: FfmpegService;
  readonly fonts: FontCatalog;
  readonly media: MediaStore;
  readonly filters: SegmentFilters;
  readonly encoder: MovingSegmentEncoder;
  readonly segments: SegmentRenderer;
  readonly timing: SubtitleTimingService;
  readonly planner: VideoPlanner;
  readonly plans: PlanRenderer;
  readonly renderer: RendererService;

  constructor(
    readonly config: Config,
    private readonly module: TestingModule,
  ) {
    this.ffmpeg = module.get(FfmpegService, { strict: false });
    this.fonts = module.get(FontCatalog, { strict: false });
    this.media = module.get(MediaStore, { strict: false });
    this.filters = module.get(SegmentFilters, { strict: false });
    this.encoder = module.get(MovingSegmentEncoder, { strict: false });
    this.segments = module.get(SegmentRenderer, { strict: false });
    this.timing = module.get(SubtitleTimingService, { strict: false });
    this.planner = module.get(VideoPlanner, { strict: false });
    this.plans = module.get(PlanRenderer, { strict: false });
    this.renderer = module.get(RendererService, { strict: false });
  }

  /** A provider of the renderer. */
  get<T>(token: abstract new (...args: never[]) => T): T {
    return this.module.get(token, { strict: false });
  }

  close(): Promise<void> {
    return this.module.close();
  }
}

/** Builds the modules of the renderer. The caller closes them. */
export async function openRenderApp(config: Config, overrides: Overrides = []): Promise<RenderApp> {
  const builder = Test.createTestingModule({
    imports: [ConfigModule.forRoot(config), PipelineModule],
  });
  for (const [token, value] of overrides) builder.overrideProvider(token).useValue(value);
  const module = await builder.compile();
  return new RenderApp(config, await module.init());
}
