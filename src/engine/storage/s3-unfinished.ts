import {
  AbortMultipartUploadCommand,
  ListMultipartUploadsCommand,
  type ListMultipartUploadsCommandOutput,
  type MultipartUpload,
  type S3Client,
} from '@aws-sdk/client-s3';
import { forEach } from '../concurrency/for-each.js';
import { lacksOperation } from './s3-errors.js';
import { explainedOrNull } from './s3-explained.js';

const REMOVALS_AT_ONCE = 8;

/** Where unfinished uploads are looked for. */
export interface UploadScope {
  readonly bucket: string;
  /** The beginning of their keys. */
  readonly prefix: string;
  /** Only those that began before; null: all. */
  readonly before: Date | null;
}

/** Removes the parts of uploads that did not end. Stores that cannot list them are left as they are. */
export async function abortUploads(
  client: S3Client,
  { bucket, prefix, before }: UploadScope,
): Promise<void> {
  let marker: { KeyMarker?: string; UploadIdMarker?: string } = {};
  for (;;) {
    const command = new ListMultipartUploadsCommand({ Bucket: bucket, Prefix: prefix, ...marker });
    const page: ListMultipartUploadsCommandOutput | null = await explainedOrNull(
      { what: 'list' },
      () => client.send(command),
      lacksOperation,
    );
    const old = (page?.Uploads ?? []).filter(
      ({ Initiated }) => before === null || (Initiated !== undefined && Initiated < before),
    );
    await forEach(old, REMOVALS_AT_ONCE, (upload) => abortUpload(client, bucket, upload));
    if (!page?.IsTruncated) return;
    marker = { KeyMarker: page.NextKeyMarker, UploadIdMarker: page.NextUploadIdMarker };
  }
}

async function abortUpload(
  client: S3Client,
  bucket: string,
  { Key, UploadId }: MultipartUpload,
): Promise<void> {
  const command = new AbortMultipartUploadCommand({ Bucket: bucket, Key, UploadId });
  // It may have ended meanwhile.
  const isGone = (error: unknown) => (error as Error).name === 'NoSuchUpload';
  await explainedOrNull({ what: 'remove from' }, () => client.send(command), isGone);
}
