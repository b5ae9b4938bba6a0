import {
  Inject,
  Injectable,
  Logger,
  type OnApplicationBootstrap,
  type OnModuleDestroy,
} from '@nestjs/common';
import { ASSET_PREFIX, AssetFiles, UPLOAD_PREFIX } from '../engine/assets/asset-files.js';
import { AssetStore } from '../engine/assets/asset-store.js';
import { UPLOAD_HOURS, UploadStore } from '../engine/assets/upload-store.js';
import { OBJECT_STORE, type ObjectStore } from '../engine/storage/object-store.js';
import { IncomingFolder } from './files/incoming-folder.js';

const HOUR_MS = 3_600_000;
const EVERY_MS = 60_000;
/** Rows that one pass removes. The next one goes on. */
const MOST = 200;
/** So many minutes are between two looks at all objects, which cost a request for each thousand. */
const OBJECTS_EVERY = 60;

/**
 * Removes what nobody needs: deleted assets whose last job has ended, uploads that took too long, and what processes
 * left that died during an upload.
 */
@Injectable()
export class AssetSweeper implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger(AssetSweeper.name);
  private timer: NodeJS.Timeout | null = null;
  private running: Promise<void> | null = null;
  private passes = 0;

  constructor(
    private readonly assets: AssetStore,
    private readonly uploads: UploadStore,
    private readonly files: AssetFiles,
    private readonly folder: IncomingFolder,
    @Inject(OBJECT_STORE) private readonly store: ObjectStore,
  ) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => {
      this.running ??= this.pass().finally(() => (this.running = null));
    }, EVERY_MS);
    this.timer.unref();
  }

  async onModuleDestroy(): Promise<void> {
    if (this.timer) clearInterval(this.timer);
    await this.running;
  }

  private async pass(): Promise<void> {
    try {
      await this.sweepRows();
      if (this.passes++ % OBJECTS_EVERY === 0) await this.sweepObjects(Date.now());
    } catch (err) {
      this.logger.warn({ err, msg: 'Assets are swept later' });
    }
  }

  /** Removes deleted assets that no job needs, and uploads that took too long. */
  async sweepRows(): Promise<void> {
    await this.files.remove(await this.assets.purge(MOST));
    for (const id of await this.uploads.removeExpired(MOST)) await this.files.removeParts(id);
  }

  /** Removes objects and files that no row names. @param now the time in milliseconds */
  async sweepObjects(now: number): Promise<void> {
    await this.folder.sweep(now);
    const before = now - 2 * UPLOAD_HOURS * HOUR_MS;
    for (const prefix of [ASSET_PREFIX, UPLOAD_PREFIX]) {
      for (let after: string | null = null; ;) {
        const { objects, next } = await this.store.list(prefix, after);
        const old = objects.filter(({ modifiedAt }) => modifiedAt.getTime() < before);
        const keys = old.map(({ key }) => key);
        await this.files.remove(
          prefix === ASSET_PREFIX ? await this.assets.unknownObjects(keys) : keys,
        );
        if (next === null) break;
        after = next;
      }
    }
  }
}
