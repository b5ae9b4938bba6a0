import type { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { AssetFiles } from '../../engine/assets/asset-files.js';
import {
  type AssetUpload,
  MAX_PARTS,
  TooManyParts,
  UploadChanged,
  UploadStore,
} from '../../engine/assets/upload-store.js';
import { JobFailure } from '../../core/job/job-failure.js';
import { actorOf, type Caller } from '../../http/access/access.js';
import { ApiError } from '../../http/errors/api-error.js';
import { IncomingFolder } from '../files/incoming-folder.js';
import { GrowingFile, type ReceivedFile } from '../files/receive-file.js';
import { IncomingAssets } from '../files/incoming-assets.js';
import { type Checksum, ChecksumCheck } from './checksum.js';
import { UploadJoiner } from './upload-joiner.js';

/** What arrived is stored whenever it is so much, so that a process that dies loses no more. */
const PART_BYTES = 64 * 1024 * 1024;
/** A share of the parts that an upload may have, so that interruptions have some, too. */
const PLANNED_PARTS = MAX_PARTS / 2;
const STORE_MS = 15 * 60_000;

/** A request that continues an upload. */
export interface Continuation {
  readonly upload: AssetUpload;
  readonly caller: Caller;
  readonly checksum: Checksum | null;
}

/** Writes what arrives of uploads. */
@Injectable()
export class UploadWriter {
  constructor(
    private readonly uploads: UploadStore,
    private readonly files: AssetFiles,
    private readonly folder: IncomingFolder,
    private readonly incoming: IncomingAssets,
    private readonly joiner: UploadJoiner,
  ) {}

  /**
   * Writes the body of a request at the end of an upload. A body that is cut counts as far as it arrived, unless it
   * has a checksum. The last bytes make the upload an asset.
   *
   * @returns the new offset
   * @throws ApiError UPLOAD_CHANGED, CHECKSUM_MISMATCH, MEDIA_INVALID, STORAGE_FULL; KeyLimitExceeded
   */
  async write(body: Readable, continuation: Continuation): Promise<number> {
    const chunks = body[Symbol.asyncIterator]() as AsyncIterator<Buffer>;
    const check = continuation.checksum && new ChecksumCheck(continuation.checksum);
    let offset = continuation.upload.received;
    for (;;) {
      const { bytes, isEnd, error } = await this.folder.withFile((path) =>
        this.writePart({ chunks, check, path }, { ...continuation, offset }),
      );
      offset += bytes;
      if (error !== undefined) throw error;
      if (isEnd) return offset;
    }
  }

  private async writePart(
    source: PartSource,
    at: Continuation & { readonly offset: number },
  ): Promise<PartEnd> {
    const file = await GrowingFile.create(source.path, this.incoming.bounds);
    try {
      const { isEnd, error } = await fill(file, source, partBytes(at.upload));
      // Without its end, nothing shows whether the bytes are right.
      if (error !== undefined && source.check !== null) return { bytes: 0, isEnd, error };
      if (isEnd) source.check?.end();
      const part = await file.finish();
      if (part.bytes > 0) await this.store(part, at);
      return { bytes: part.bytes, isEnd, error };
    } finally {
      await file.close();
    }
  }

  private async store(
    part: ReceivedFile,
    { upload, offset, caller }: Continuation & { readonly offset: number },
  ): Promise<void> {
    try {
      if (offset + part.bytes === upload.size) await this.finish(part, { upload, offset, caller });
      else await this.addPart(part, upload.id, offset);
    } catch (error) {
      if (error instanceof TooManyParts) throw tooManyParts();
      // Another process that finishes the upload takes its parts away, and may be the reason for any error.
      const isOver =
        error instanceof UploadChanged || (await this.uploads.isPast(upload.id, offset));
      throw isOver ? uploadChanged() : error;
    }
  }

  private async addPart(part: ReceivedFile, id: string, start: number): Promise<void> {
    const object = await this.files.putPart(id, part.path, AbortSignal.timeout(STORE_MS));
    try {
      await this.uploads.add(id, { start, bytes: part.bytes, object });
    } catch (error) {
      await this.files.remove([object]);
      throw error;
    }
  }

  private async finish(
    last: ReceivedFile,
    { upload, offset, caller }: Omit<Continuation, 'checksum'> & { readonly offset: number },
  ): Promise<void> {
    try {
      await this.joiner.withWhole(upload, last, (file) =>
        this.incoming.keep({ file, name: upload.name }, 'tus', (stored) =>
          this.uploads.finish(upload, offset, stored, actorOf(caller)),
        ),
      );
    } catch (error) {
      // The content will not change any more, so it is of no use.
      if (!(error instanceof JobFailure)) throw error;
      if (await this.uploads.removeAt(upload.id, offset)) await this.files.removeParts(upload.id);
      throw error;
    }
    await this.files.removeParts(upload.id);
  }
}

interface PartSource {
  readonly chunks: AsyncIterator<Buffer>;
  readonly check: ChecksumCheck | null;
  readonly path: string;
}

interface PartEnd {
  readonly bytes: number;
  /** Whether the body ended. */
  readonly isEnd: boolean;
  /** Why it ended early. */
  readonly error: unknown;
}

/** Fills a file up to the size of a part. A checksum needs the whole body before anything counts. */
async function fill(
  file: GrowingFile,
  { chunks, check }: PartSource,
  most: number,
): Promise<Omit<PartEnd, 'bytes'>> {
  for (;;) {
    if (check === null && file.bytes >= most) return { isEnd: false, error: undefined };
    const next = await chunks.next().catch((error: unknown) => ({ error }));
    if ('error' in next) return { isEnd: true, error: next.error };
    if (next.done) return { isEnd: true, error: undefined };
    check?.update(next.value);
    await file.append(next.value);
  }
}

function partBytes({ size }: AssetUpload): number {
  return Math.max(PART_BYTES, Math.ceil(size / PLANNED_PARTS));
}

function tooManyParts(): ApiError {
  const details = `The upload has ${MAX_PARTS} parts. Begin it again, with larger parts.`;
  return new ApiError('VALIDATION_ERROR', details);
}

/** The error for a request that continues an upload at a place where it is not. */
export function uploadChanged(): ApiError {
  return new ApiError(
    'UPLOAD_CHANGED',
    'The upload is not at this offset. Ask for its offset with HEAD, and continue there.',
  );
}
