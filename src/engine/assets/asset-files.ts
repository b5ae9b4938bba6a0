import { randomUUID } from 'node:crypto';
import { Inject, Injectable, Logger } from '@nestjs/common';
import { forEach } from '../concurrency/for-each.js';
import { OBJECT_STORE, type ObjectStore } from '../storage/object-store.js';

const REMOVALS_AT_ONCE = 8;

/** Where contents are in the store, and where parts of uploads are. */
export const ASSET_PREFIX = 'assets/';
export const UPLOAD_PREFIX = 'uploads/';

/**
 * The contents of assets. Each upload stores an object of its own, also of a content that is there, so its time
 * does not tell what other keys have. A deletion and an upload of the same content never meet at one object.
 */
@Injectable()
export class AssetFiles {
  private readonly logger = new Logger(AssetFiles.name);

  constructor(@Inject(OBJECT_STORE) private readonly store: ObjectStore) {}

  /** Stores a file as a new object. @returns the key of the object */
  async put(file: string, signal: AbortSignal): Promise<string> {
    const object = `${ASSET_PREFIX}${randomUUID()}`;
    await this.store.put(object, file, signal);
    return object;
  }

  /** Stores a part of an upload. @returns the key of its object */
  async putPart(uploadId: string, file: string, signal: AbortSignal): Promise<string> {
    const object = `${UPLOAD_PREFIX}${uploadId}/${randomUUID()}`;
    await this.store.put(object, file, signal);
    return object;
  }

  /** Removes the parts of an upload that ended. */
  async removeParts(uploadId: string): Promise<void> {
    await this.store.removeAll(`${UPLOAD_PREFIX}${uploadId}/`).catch((err: unknown) => {
      this.logger.warn({ err, uploadId, msg: 'The parts of an upload are removed later' });
    });
  }

  /** Removes objects that nothing needs. Those that cannot be removed now are swept later. */
  async remove(objects: readonly string[]): Promise<void> {
    await forEach(objects, REMOVALS_AT_ONCE, async (object) => {
      await this.store.remove(object).catch((err: unknown) => {
        this.logger.warn({ err, object, msg: 'An uploaded file is removed later' });
      });
    });
  }
}
