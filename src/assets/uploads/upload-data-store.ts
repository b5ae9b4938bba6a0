import type { Readable } from 'node:stream';
import { DataStore, Upload } from '@tus/server';
import { AssetFiles } from '../../engine/assets/asset-files.js';
import {
  type AssetUpload,
  EMPTY_UPLOAD_HOURS,
  UPLOAD_HOURS,
  UploadStore,
} from '../../engine/assets/upload-store.js';
import type { Caller } from '../../http/access/access.js';
import { fileNameOf } from '../files/file-name.js';
import type { Checksum } from './checksum.js';
import { uploadNotFound } from './upload-errors.js';
import type { UploadWriter } from './upload-writer.js';

const HOUR_MS = 3_600_000;

export const EXTENSIONS = [
  'creation',
  'creation-with-upload',
  'expiration',
  'termination',
  'checksum',
] as const;

/** What the protocol needs of the service, for one request. */
export interface UploadRequest {
  readonly caller: Caller;
  readonly checksum: Checksum | null;
  readonly uploads: UploadStore;
  readonly files: AssetFiles;
  readonly writer: UploadWriter;
}

/** The uploads of one caller, as the server of the protocol sees them. */
export class UploadDataStore extends DataStore {
  override extensions = [...EXTENSIONS];
  private writing: Promise<number> | null = null;
  private hours = UPLOAD_HOURS;

  constructor(private readonly request: UploadRequest) {
    super();
  }

  override async create(upload: Upload): Promise<Upload> {
    const { uploads, caller } = this.request;
    const metadata = upload.metadata ?? {};
    const name = fileNameOf(metadata['filename'] ?? metadata['name']);
    await uploads.create({ id: upload.id, name, metadata, size: upload.size! }, caller.id);
    return this.getUpload(upload.id);
  }

  override async getUpload(id: string): Promise<Upload> {
    const { size, received, isBegun, metadata, createdAt } = await this.find(id);
    this.hours = isBegun ? UPLOAD_HOURS : EMPTY_UPLOAD_HOURS;
    return new Upload({
      id,
      size,
      offset: received,
      ...(Object.keys(metadata).length > 0 ? { metadata } : {}),
      creation_date: createdAt.toISOString(),
    });
  }

  override async write(body: Readable, id: string, offset: number): Promise<number> {
    const { uploads, writer, caller, checksum } = this.request;
    await uploads.begin(id);
    this.hours = UPLOAD_HOURS;
    const upload = { ...(await this.find(id)), received: offset };
    this.writing = writer.write(body, { upload, caller, checksum });
    return this.writing;
  }

  /** Resolves when nothing is written any longer. */
  async settled(): Promise<void> {
    await this.writing?.catch(() => {});
  }

  override async remove(id: string): Promise<void> {
    const { uploads, files } = this.request;
    if (!(await uploads.remove(id))) throw uploadNotFound();
    await files.removeParts(id);
  }

  /** Of the upload of the request, from its creation. */
  override getExpiration(): number {
    return this.hours * HOUR_MS;
  }

  private async find(id: string): Promise<AssetUpload> {
    const upload = await this.request.uploads.find(id);
    if (upload === null) throw uploadNotFound();
    return upload;
  }
}
