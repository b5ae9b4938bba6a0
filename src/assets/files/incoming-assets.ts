import { Inject, Injectable } from '@nestjs/common';
import { CONFIG } from '../../config/config.module.js';
import type { Config } from '../../config/types.js';
import type { KeptAsset, NewAsset } from '../../engine/assets/asset.js';
import { AssetFiles } from '../../engine/assets/asset-files.js';
import { describeFile } from '../../engine/assets/describe-file.js';
import { KeyLimitExceeded } from '../../engine/jobs/key-limit-exceeded.js';
import { KeyUsageReader } from '../../engine/jobs/key-usage-reader.js';
import { AssetMetrics, type UploadWay } from './asset-metrics.js';
import { fileTooLarge, toUploadError } from './asset-errors.js';
import { IncomingFolder } from './incoming-folder.js';
import type { ReceivedFile, ReceiveOptions } from './receive-file.js';
import { UploadSlots } from './upload-slots.js';

/** A store that does not take a file in this time is not available. */
const STORE_MS = 15 * 60_000;

/** A file that arrived whole, and what to call it. */
export interface WholeFile {
  readonly file: ReceivedFile;
  readonly name: string;
}

/** What an upload became. */
export type Upload = Pick<KeptAsset, 'asset' | 'isNew'>;

/** Takes files in: what all ways of uploading have in common. */
@Injectable()
export class IncomingAssets {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly folder: IncomingFolder,
    private readonly files: AssetFiles,
    private readonly usage: KeyUsageReader,
    private readonly slots: UploadSlots,
    private readonly metrics: AssetMetrics,
  ) {}

  get maxBytes(): number {
    return this.config.sources.maxBytes;
  }

  /** Bounds on a file that arrives. */
  get bounds(): ReceiveOptions {
    const { maxBytes } = this;
    return {
      maxBytes,
      tooLarge: () => fileTooLarge(maxBytes),
      requireSpace: (bytes) => this.folder.requireSpace(bytes),
    };
  }

  /**
   * Runs an upload within the bounds on uploads at the same time, and counts it.
   *
   * @throws ApiError for everything that a client can do something about
   */
  async admit<T>(keyId: string, way: UploadWay, action: () => Promise<T>): Promise<T> {
    return this.slots.run(keyId, async () => {
      try {
        return await action();
      } catch (error) {
        this.metrics.failed(way);
        throw toUploadError(error);
      }
    });
  }

  /**
   * Refuses a file by its size, before it arrives.
   *
   * @param bytes 0: not known
   * @throws ApiError PAYLOAD_TOO_LARGE, STORAGE_FULL; KeyLimitExceeded
   */
  async requireRoom(keyId: string, bytes: number): Promise<void> {
    if (bytes > this.maxBytes) throw fileTooLarge(this.maxBytes);
    const { limits, usage } = await this.usage.read(keyId);
    if (limits.assets > 0 && usage.assets >= limits.assets) {
      throw new KeyLimitExceeded('assets', limits, usage.assets + 1, null);
    }
    const sum = usage.assetBytes + bytes;
    if (limits.assetBytes > 0 && sum > limits.assetBytes) {
      const alone = bytes > limits.assetBytes ? 'never' : null;
      throw new KeyLimitExceeded('assetBytes', limits, sum, alone);
    }
    await this.folder.requireSpace(bytes);
  }

  /**
   * Stores a whole file and makes it an asset.
   *
   * @param commit makes the stored file an asset, in one transaction
   * @throws JobFailure MEDIA_INVALID
   */
  async keep(
    { file, name }: WholeFile,
    way: UploadWay,
    commit: (stored: NewAsset) => Promise<KeptAsset>,
  ): Promise<Upload> {
    const contentType = await describeFile(file.path);
    const object = await this.files.put(file.path, AbortSignal.timeout(STORE_MS));
    const { bytes, sha256 } = file;
    let kept: KeptAsset;
    try {
      kept = await commit({ name, contentType, bytes, sha256, object });
    } catch (error) {
      await this.files.remove([object]);
      throw error;
    }
    // Not awaited: the time of a response must not tell that another key has the content.
    if (kept.copy !== null) void this.files.remove([kept.copy]);
    this.metrics.stored(way, bytes);
    return { asset: kept.asset, isNew: kept.isNew };
  }
}

/** The bytes that a request announces; 0: not known. */
export function announcedBytes(length: string | undefined): number {
  const bytes = Number(length ?? 0);
  return Number.isSafeInteger(bytes) && bytes > 0 ? bytes : 0;
}
