import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import {
  AbortMultipartUploadCommand,
  HeadObjectCommand,
  PutObjectCommand,
  type PutObjectCommandInput,
  type S3Client,
} from '@aws-sdk/client-s3';
import { Upload } from '@aws-sdk/lib-storage';
import { hashFile } from '../files/hash-file.js';

/** Larger files are uploaded in parts. */
export const PART_BYTES = 16 * 1024 * 1024;
/** S3 allows 10,000 parts. */
const MAX_PARTS = 9_000;
const PARTS_AT_ONCE = 3;
/** The name of the metadata with the digest of the whole content, in hexadecimal. */
export const DIGEST = 'sha256';

/** Where an upload goes. */
export type Target = Pick<PutObjectCommandInput, 'Bucket' | 'Key'>;

/** Uploads a file with its digest. Parts of an upload that fails are removed. */
export async function uploadFile(
  client: S3Client,
  target: Target,
  file: string,
  abortSignal: AbortSignal,
): Promise<void> {
  const { size } = await stat(file);
  if (size > PART_BYTES) return uploadParts(client, target, { file, size }, abortSignal);
  // In memory, so that the SDK can repeat the request.
  const body = await readFile(file);
  const digest = createHash('sha256').update(body).digest();
  const put = new PutObjectCommand({
    ...target,
    Body: body,
    ChecksumSHA256: digest.toString('base64'),
    Metadata: { [DIGEST]: digest.toString('hex') },
  });
  await client.send(put, { abortSignal });
}

async function uploadParts(
  client: S3Client,
  target: Target,
  { file, size }: { readonly file: string; readonly size: number },
  abortSignal: AbortSignal,
): Promise<void> {
  const digest = await hashFile(file);
  abortSignal.throwIfAborted();
  const body = createReadStream(file, { highWaterMark: 1 << 20 });
  try {
    const upload = new Upload({
      client: abortable(client, abortSignal),
      partSize: Math.max(PART_BYTES, Math.ceil(size / MAX_PARTS)),
      queueSize: PARTS_AT_ONCE,
      params: {
        ...target,
        Body: body,
        ChecksumAlgorithm: 'SHA256',
        Metadata: { [DIGEST]: digest },
      },
    });
    await upload.done();
  } catch (error) {
    abortSignal.throwIfAborted();
    // The store may have completed the upload without its answer having arrived. It refuses the repeated request.
    if (!(await isStored(client, target, { digest, size }))) throw error;
  } finally {
    body.destroy();
  }
}

/** Whether the store has all of a file. False if it does not answer. */
async function isStored(
  client: S3Client,
  target: Target,
  { digest, size }: { readonly digest: string; readonly size: number },
): Promise<boolean> {
  try {
    const { ContentLength, Metadata } = await client.send(new HeadObjectCommand(target));
    return ContentLength === size && Metadata?.[DIGEST] === digest;
  } catch {
    return false;
  }
}

/**
 * A client whose requests end with the signal, apart from the one that removes parts. (`Upload.abort` returns
 * while parts are still on their way, which then remain.)
 */
export function abortable(client: S3Client, abortSignal: AbortSignal): S3Client {
  const wrapped = Object.create(client) as S3Client;
  const send = client.send.bind(client) as (command: object, options: object) => Promise<unknown>;
  wrapped.send = ((command: object, options: object = {}) =>
    send(
      command,
      command instanceof AbortMultipartUploadCommand ? options : { ...options, abortSignal },
    )) as S3Client['send'];
  return wrapped;
}
