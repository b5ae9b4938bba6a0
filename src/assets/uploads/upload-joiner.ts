import { createReadStream } from 'node:fs';
import { Inject, Injectable } from '@nestjs/common';
import { type AssetUpload, UploadStore } from '../../engine/assets/upload-store.js';
import { OBJECT_STORE, type ObjectStore } from '../../engine/storage/object-store.js';
import { ApiError } from '../../http/errors/api-error.js';
import { IncomingFolder } from '../files/incoming-folder.js';
import { type ReceivedFile, receiveFile } from '../files/receive-file.js';
import { IncomingAssets } from '../files/incoming-assets.js';

/** Joins the parts of uploads. */
@Injectable()
export class UploadJoiner {
  constructor(
    private readonly uploads: UploadStore,
    private readonly folder: IncomingFolder,
    private readonly incoming: IncomingAssets,
    @Inject(OBJECT_STORE) private readonly store: ObjectStore,
  ) {}

  /** Gives an action the whole file of an upload: its stored parts, and the last one, which is on this machine. */
  async withWhole<T>(
    upload: AssetUpload,
    last: ReceivedFile,
    action: (file: ReceivedFile) => Promise<T>,
  ): Promise<T> {
    const parts = await this.uploads.parts(upload.id);
    if (parts.length === 0) return action(last);
    return this.folder.withFile(async (path) => {
      await this.folder.requireSpace(upload.size);
      const objects = parts.map(({ object }) => object);
      const whole = await receiveFile(
        this.contents(objects, last.path),
        path,
        this.incoming.bounds,
      );
      if (whole.bytes === upload.size) return action(whole);
      throw lostPart();
    });
  }

  private async *contents(objects: readonly string[], last: string): AsyncGenerator<Buffer> {
    for (const object of objects) {
      const found = await this.store.open(object, null);
      if (found === null) throw lostPart();
      yield* found.stream as AsyncIterable<Buffer>;
    }
    yield* createReadStream(last) as AsyncIterable<Buffer>;
  }
}

function lostPart(): ApiError {
  return new ApiError(
    'UPLOAD_NOT_FOUND',
    'The service has lost a part of the upload. Begin it again.',
  );
}
