import { Inject, Module, type OnApplicationShutdown } from '@nestjs/common';
import { CONFIG } from '../../config/config.module.js';
import type { Config } from '../../config/types.js';
import { CacheSpace } from '../files/cache-space.js';
import { FolderStore } from './folder-store.js';
import { OBJECT_STORE, type ObjectStore } from './object-store.js';
import { SharedCaches } from './shared-caches.js';
import { VideoFiles } from './video-files.js';

/** Opens the store of a configuration. The SDK of S3 is loaded only if it is used. */
export async function openStore({
  dataDir,
  storage: { s3 },
}: Pick<Config, 'dataDir' | 'storage'>): Promise<ObjectStore> {
  if (s3 === null) return new FolderStore(dataDir);
  const { S3Store } = await import('./s3-store.js');
  return new S3Store(s3);
}

/** The store of videos and shared caches: the data folder, or an S3-compatible store. */
@Module({
  providers: [
    { provide: OBJECT_STORE, inject: [CONFIG], useFactory: openStore },
    {
      provide: CacheSpace,
      inject: [CONFIG],
      useFactory: ({ dataDir, storage }: Config) => new CacheSpace(dataDir, storage.minFreeBytes),
    },
    VideoFiles,
    SharedCaches,
  ],
  exports: [OBJECT_STORE, CacheSpace, VideoFiles, SharedCaches],
})
export class StorageModule implements OnApplicationShutdown {
  constructor(@Inject(OBJECT_STORE) private readonly store: ObjectStore) {}

  /** After jobs were handed back. */
  onApplicationShutdown(): void {
    this.store.close();
  }
}
