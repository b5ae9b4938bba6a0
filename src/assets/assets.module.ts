import { Module } from '@nestjs/common';
import { AssetStoreModule } from '../engine/assets/asset-store.module.js';
import { KeyUsageReader } from '../engine/jobs/key-usage-reader.js';
import { MetricsModule } from '../engine/metrics/metrics.module.js';
import { StorageModule } from '../engine/storage/storage.module.js';
import { DownloadHoldsModule } from '../engine/retention/download-holds.js';
import { Downloads } from '../http/downloads/downloads.js';
import { AssetMetrics } from './files/asset-metrics.js';
import { AssetsController } from './assets.controller.js';
import { AssetsService } from './assets.service.js';
import { AssetSweeper } from './asset-sweeper.js';
import { IncomingFolder } from './files/incoming-folder.js';
import { IncomingAssets } from './files/incoming-assets.js';
import { UploadSlots } from './files/upload-slots.js';
import { UploadJoiner } from './uploads/upload-joiner.js';
import { UploadWriter } from './uploads/upload-writer.js';
import { UploadsController } from './uploads/uploads.controller.js';
import { UploadsService } from './uploads/uploads.service.js';

/** Files that clients upload to use them in videos. */
@Module({
  imports: [AssetStoreModule, DownloadHoldsModule, MetricsModule, StorageModule],
  // The routes of uploads first, so that `uploads` is not the ID of an asset.
  controllers: [UploadsController, AssetsController],
  providers: [
    AssetMetrics,
    AssetsService,
    AssetSweeper,
    Downloads,
    IncomingAssets,
    IncomingFolder,
    KeyUsageReader,
    UploadJoiner,
    UploadSlots,
    UploadsService,
    UploadWriter,
  ],
  exports: [AssetsService],
})
export class AssetsModule {}
