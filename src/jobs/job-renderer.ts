import { Inject, Injectable } from '@nestjs/common';
import { CONFIG } from '../config/config.module.js';
import type { Config } from '../config/types.js';
import type { Project } from '../core/project/types/index.js';
import { withinCacheScope } from '../engine/files/cache-scope.js';
import { FontCatalog } from '../engine/fonts/font-catalog.js';
import type { Claim } from '../engine/jobs/attempt.js';
import { parseConfig, parseSettings } from '../pipeline/parse-config.js';
import { RendererService } from '../pipeline/renderer.service.js';
import type { RenderContext, RenderReport } from '../pipeline/types/render-context.js';
import { FittingWorker } from './fitting-worker.js';

/** Renders the config of a job, with the caches of its key. */
@Injectable()
export class JobRenderer {
  constructor(
    @Inject(CONFIG) private readonly config: Pick<Config, 'subtitles' | 'limits' | 'browser'>,
    private readonly fonts: FontCatalog,
    private readonly fitting: FittingWorker,
    private readonly renderer: RendererService,
  ) {}

  async render(claim: Claim, context: RenderContext): Promise<RenderReport> {
    const project = await this.parse(claim);
    return withinCacheScope(claim.keyId, () => this.renderer.render(project, context));
  }

  private async parse({ config }: Claim): Promise<Project> {
    const parsed = parseConfig(config, this.fonts, parseSettings(this.config, false));
    if (parsed.ok) return parsed.project;
    throw await this.fitting.misread(config, parsed.issues);
  }
}
