import { existsSync } from 'node:fs';
import {
  Inject,
  Module,
  type OnApplicationBootstrap,
  type OnApplicationShutdown,
} from '@nestjs/common';
import { CONFIG } from '../config/config.module.js';
import type { Config } from '../config/types.js';
import { AssetStoreModule } from '../engine/assets/asset-store.module.js';
import { removeAbandonedFolders } from '../engine/files/render-folder.js';
import { defaultHeapMegabytes, memoryAtHand } from '../engine/workers/heap-limit.js';
import { ShutdownModule } from '../http/requests/shutdown.js';
import type { PreviewMaker } from '../pipeline/previews/preview-call.js';
import { SubmissionsModule } from '../submissions/submissions.module.js';
import { PreviewHost } from './preview-host.js';
import { PREVIEW_MAKER, PreviewsService } from './previews.service.js';
import { PreviewsController } from './previews.controller.js';

const PROGRAM = new URL('../preview-process.js', import.meta.url);
const MOST_HEAP_MEGABYTES = 1024;
const IDLE_MS = 5 * 60_000;

/** Stills, drafts, and timelines of configs. */
@Module({
  imports: [AssetStoreModule, ShutdownModule, SubmissionsModule],
  controllers: [PreviewsController],
  providers: [PreviewsService, { provide: PREVIEW_MAKER, inject: [CONFIG], useFactory: makerOf }],
})
export class PreviewsModule implements OnApplicationBootstrap, OnApplicationShutdown {
  constructor(
    @Inject(CONFIG) private readonly config: Pick<Config, 'dataDir'>,
    @Inject(PREVIEW_MAKER) private readonly maker: PreviewMaker & { stop(): Promise<void> },
  ) {}

  /** Removes the files of a process that was killed. */
  async onApplicationBootstrap(): Promise<void> {
    // A folder that cannot be read does not prevent the start, and its problem is reported elsewhere.
    await removeAbandonedFolders(this.config.dataDir).catch(() => {});
  }

  async onApplicationShutdown(): Promise<void> {
    await this.maker.stop();
  }
}

/** A process in a build. Tests run the sources, where previews are made in the current process. */
async function makerOf(config: Config): Promise<PreviewMaker & { stop(): Promise<void> }> {
  if (!existsSync(PROGRAM)) {
    const { InlinePreviews } = await import('./inline-previews.js');
    return new InlinePreviews(config);
  }
  const heap = defaultHeapMegabytes(memoryAtHand(), config.workers + 1);
  return new PreviewHost({
    file: PROGRAM,
    settings: { config },
    heapMegabytes: Math.min(MOST_HEAP_MEGABYTES, heap),
    idleMs: IDLE_MS,
  });
}
