import type { Readable } from 'node:stream';
import {
  DeleteObjectCommand,
  GetObjectCommand,
  type GetObjectCommandOutput,
  HeadObjectCommand,
  ListObjectsV2Command,
  type S3Client,
} from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import type { S3Settings } from '../../config/types.js';
import { forEach } from '../concurrency/for-each.js';
import {
  type ByteRange,
  IDENTITY_KEY,
  isKey,
  type LinkOptions,
  type ObjectInfo,
  type ObjectPage,
  type ObjectStore,
  OWN_PREFIXES,
  requireKey,
  requirePrefix,
  type StoredObject,
} from './object-store.js';
import { resumingStream } from './resuming-stream.js';
import { createS3Client } from './s3-client.js';
import { explained, explainedOrNull } from './s3-explained.js';
import { abortUploads } from './s3-unfinished.js';
import { DIGEST, type Target, uploadFile } from './s3-upload.js';
import { StorageUnavailable } from './storage-unavailable.js';
import { writeChecked } from './write-checked.js';

const PAGE_SIZE = 1_000;
const REMOVALS_AT_ONCE = 8;

/** What is read of an object, and how much of it. */
interface Reading {
  readonly key: string;
  readonly range: ByteRange | null;
  readonly signal: AbortSignal | undefined;
}

/** Objects in a bucket of an S3-compatible store. */
export class S3Store implements ObjectStore {
  readonly description: string;
  private readonly client: S3Client;
  /** Signs addresses with the endpoint that clients reach. */
  private readonly signer: S3Client;

  constructor(private readonly settings: S3Settings) {
    this.client = createS3Client(settings, settings.endpoint);
    this.signer = createS3Client(settings, settings.publicEndpoint);
    const { endpoint, bucket, prefix } = settings;
    const host = endpoint === null ? 'Amazon S3' : new URL(endpoint).host;
    this.description = `the bucket ${bucket} of ${host}${prefix === '' ? '' : `, below ${prefix}`}`;
  }

  async put(key: string, file: string, signal: AbortSignal): Promise<void> {
    const target = this.target(key);
    await explained({ what: 'write to', signal }, () =>
      uploadFile(this.client, target, file, signal),
    );
  }

  async fetch(key: string, target: string, signal: AbortSignal): Promise<boolean> {
    const found = await this.read({ key, range: null, signal });
    if (found === null) return false;
    const { digest, object } = found;
    if (digest === undefined) {
      // It does not come from `put`, so nothing shows whether it is whole.
      object.stream.destroy();
      return false;
    }
    return explained({ what: 'read', signal }, () =>
      writeChecked(object.stream, target, digest, signal),
    );
  }

  async open(
    key: string,
    range: ByteRange | null,
    signal?: AbortSignal,
  ): Promise<StoredObject | null> {
    return (await this.read({ key, range, signal }))?.object ?? null;
  }

  async stat(key: string): Promise<ObjectInfo | null> {
    const answer = await explainedOrNull({ what: 'read' }, () =>
      this.client.send(new HeadObjectCommand(this.target(key))),
    );
    if (answer === null) return null;
    return { key, bytes: lengthOf(answer), modifiedAt: dateOf(answer.LastModified) };
  }

  async remove(key: string): Promise<void> {
    await explained({ what: 'remove from' }, () =>
      this.client.send(new DeleteObjectCommand(this.target(key))),
    );
  }

  async removeAll(prefix: string): Promise<void> {
    for (let after: string | null = null; ;) {
      const { objects, next }: ObjectPage = await this.list(prefix, after);
      await forEach(objects, REMOVALS_AT_ONCE, ({ key }) => this.remove(key));
      if (next === null) break;
      after = next;
    }
    const { bucket, prefix: root } = this.settings;
    await abortUploads(this.client, { bucket, prefix: root + prefix, before: null });
  }

  async list(prefix: string, after: string | null): Promise<ObjectPage> {
    const { bucket, prefix: root } = this.settings;
    const command = new ListObjectsV2Command({
      Bucket: bucket,
      Prefix: root + requirePrefix(prefix),
      MaxKeys: PAGE_SIZE,
      ...(after === null ? {} : { StartAfter: root + after }),
    });
    const answer = await explained({ what: 'list' }, () => this.client.send(command));
    const found = (answer.Contents ?? []).map(({ Key = '', Size, LastModified }) => ({
      ...{ key: Key.slice(root.length), bytes: Size ?? 0, modifiedAt: dateOf(LastModified) },
    }));
    const next = answer.IsTruncated ? found.at(-1)?.key : undefined;
    return { objects: found.filter(({ key }) => isKey(key)), next: next ?? null };
  }

  link(key: string, { disposition, contentType, seconds }: LinkOptions): Promise<string> {
    const command = new GetObjectCommand({
      ...this.target(key),
      ResponseContentType: contentType,
      ResponseContentDisposition: disposition,
    });
    return explained({ what: 'sign addresses of' }, () =>
      getSignedUrl(this.signer, command, { expiresIn: seconds }),
    );
  }

  async check(abortSignal?: AbortSignal): Promise<void> {
    const { bucket, prefix } = this.settings;
    const command = new ListObjectsV2Command({ Bucket: bucket, Prefix: prefix + IDENTITY_KEY });
    await explained({ what: 'reach', signal: abortSignal }, () =>
      this.client.send(command, { abortSignal }),
    );
  }

  async removeUnfinished(before: Date): Promise<void> {
    const { bucket, prefix } = this.settings;
    for (const own of OWN_PREFIXES) {
      await abortUploads(this.client, { bucket, prefix: prefix + own, before });
    }
  }

  close(): void {
    this.client.destroy();
    this.signer.destroy();
  }

  private target(key: string): Required<Target> {
    const { bucket, prefix } = this.settings;
    return { Bucket: bucket, Key: prefix + requireKey(key) };
  }

  /** @param etag of the object that an earlier answer began with */
  private async get(
    { key, range, signal }: Reading,
    etag: string | null,
  ): Promise<GetObjectCommandOutput> {
    const command = new GetObjectCommand({
      ...this.target(key),
      ...(range === null ? {} : { Range: `bytes=${range.first}-${range.last}` }),
      ...(etag === null ? {} : { IfMatch: etag }),
    });
    const answer = await this.client.send(command, signal ? { abortSignal: signal } : {});
    if (range === null || answer.ContentRange?.startsWith(`bytes ${range.first}-`)) return answer;
    (answer.Body as Readable).destroy();
    throw unusable('it sent other bytes than those that were asked for');
  }

  private async read(
    reading: Reading,
  ): Promise<{ object: StoredObject; digest: string | undefined } | null> {
    const { key, signal } = reading;
    requireKey(key);
    const answer = await explainedOrNull({ what: 'read', signal }, () => this.get(reading, null));
    if (answer === null) return null;
    return { object: this.describe(reading, answer), digest: answer.Metadata?.[DIGEST] };
  }

  private describe(reading: Reading, answer: GetObjectCommandOutput): StoredObject {
    const { key, range } = reading;
    const length = lengthOf(answer);
    const whole = Number(/\/(\d+)$/.exec(answer.ContentRange ?? '')?.[1] ?? length);
    const start = range?.first ?? 0;
    const last = start + length - 1;
    const stream = resumingStream(length, answer.Body as Readable, async (offset) => {
      const rest = { ...reading, range: { first: start + offset, last } };
      const next = await this.get(rest, answer.ETag ?? null);
      return next.Body as Readable;
    });
    return { key, bytes: whole, modifiedAt: dateOf(answer.LastModified), stream };
  }
}

/** Without the length, an end could not be told from a connection that broke off. */
function lengthOf({ ContentLength }: { ContentLength?: number | undefined }): number {
  if (ContentLength !== undefined) return ContentLength;
  throw unusable('its answer has no length');
}

/** Stores answer so behind gateways that change requests or answers. */
function unusable(reason: string): StorageUnavailable {
  return new StorageUnavailable(`Could not read the S3 store (${reason})`, false, null);
}

function dateOf(date: Date | undefined): Date {
  return date ?? new Date(0);
}
