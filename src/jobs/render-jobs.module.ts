import { type DynamicModule, Module } from '@nestjs/common';
import { AssetStoreModule } from '../engine/assets/asset-store.module.js';
import { FfmpegModule } from '../engine/ffmpeg/ffmpeg.module.js';
import { AbilitiesModule } from '../engine/fleet/abilities.module.js';
import { JobNeeds } from '../engine/fleet/job-needs.js';
import { FontsModule } from '../engine/fonts/fonts.module.js';
import { JobStoreModule } from '../engine/jobs/job-store.module.js';
import { RenderModule } from '../engine/render/render.module.js';
import { StorageModule } from '../engine/storage/storage.module.js';
import { WORKER_LINK, type WorkerLink } from '../engine/workers/messages.js';
import { WorkerLockModule } from '../engine/workers/worker-lock.module.js';
import { PipelineModule } from '../pipeline/pipeline.module.js';
import { AttemptFolders } from './attempt-folders.js';
import { AttemptRunner } from './attempt-runner.js';
import { ChunkRunner } from './chunk-runner.js';
import { FittingWorker } from './fitting-worker.js';
import { JobRenderer } from './job-renderer.js';
import { JobRunner } from './job-runner.js';
import { JobSpread } from './job-spread.js';
import { MachineCheck } from './machine-check.js';
import { MachineGate } from './machine-gate.js';

/** Takes jobs from the queue and renders them. This is all that a worker needs. */
@Module({})
export class RenderJobsModule {
  static forRoot(link: WorkerLink): DynamicModule {
    return {
      module: RenderJobsModule,
      imports: [
        AbilitiesModule,
        AssetStoreModule,
        JobStoreModule.forWorker(),
        FontsModule,
        FfmpegModule,
        PipelineModule,
        RenderModule,
        StorageModule,
        WorkerLockModule,
      ],
      providers: [
        AttemptFolders,
        AttemptRunner,
        ChunkRunner,
        FittingWorker,
        JobNeeds,
        JobRenderer,
        JobRunner,
        JobSpread,
        MachineCheck,
        MachineGate,
        { provide: WORKER_LINK, useValue: link },
      ],
    };
  }
}
