import type { Config } from '../../config/types.js';
import { FfmpegService } from '../../engine/ffmpeg/ffmpeg.service.js';
import { FontCatalog } from '../../engine/fonts/font-catalog.js';
import { PipelineModule } from '../../pipeline/pipeline.module.js';
import { RendererService } from '../../pipeline/renderer.service.js';
import { StillRenderer } from '../../pipeline/still-renderer.js';
import { openCommandApp } from '../command-app.js';

/** The parts of the renderer that agents use. */
export interface LocalEngines {
  readonly fonts: FontCatalog;
  readonly ffmpeg: FfmpegService;
  readonly renderer: RendererService;
  readonly stills: StillRenderer;
  close(): Promise<void>;
}

/** Opens the renderer in this process. */
export async function openEngines(config: Config): Promise<LocalEngines> {
  const app = await openCommandApp(config, PipelineModule);
  return {
    fonts: app.get(FontCatalog, { strict: false }),
    ffmpeg: app.get(FfmpegService, { strict: false }),
    renderer: app.get(RendererService, { strict: false }),
    stills: app.get(StillRenderer, { strict: false }),
    close: () => app.close(),
  };
}
