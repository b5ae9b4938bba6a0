import { Module } from '@nestjs/common';
import { StorageModule } from '../storage/storage.module.js';
import { AssetFiles } from './asset-files.js';
import { AssetStore } from './asset-store.js';
import { JobAssets } from './job-assets.js';
import { UploadStore } from './upload-store.js';

/** Uploaded files: their rows, and their contents in the object store. */
@Module({
  imports: [StorageModule],
  providers: [AssetStore, AssetFiles, JobAssets, UploadStore],
  exports: [AssetStore, AssetFiles, JobAssets, UploadStore],
})
export class AssetStoreModule {}
