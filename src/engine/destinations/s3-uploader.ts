import { Upload } from '@aws-sdk/lib-storage';
import { requestedSeconds } from '../fetch/retry-after.js';
import { createS3Client } from '../storage/s3-client.js';
import { abortable } from '../storage/s3-upload.js';
import { within } from './temporary-name.js';
import { DeliveryProblem, type S3Destination, type Uploader } from './types.js';
import { withContent } from './with-content.js';

/** S3 allows 10,000 parts. */
const MAX_PARTS = 9_000;
const PART_BYTES = 16 * 1024 * 1024;
/** Errors that another attempt would meet, too: a refused login, a missing bucket, and a file that is too large. */
const PERMANENT: ReadonlySet<string> = new Set([
  'AccessDenied',
  'EntityTooLarge',
  'ExpiredToken',
  'InvalidAccessKeyId',
  'InvalidBucketName',
  'InvalidToken',
  'NoSuchBucket',
  'SignatureDoesNotMatch',
]);

/** An object appears when it is complete, and parts of an upload that fails are removed. */
export function openS3({ settings, folder }: S3Destination): Uploader {
  const client = createS3Client(settings, settings.endpoint);
  return {
    async put(file, signal) {
      await withContent(file, signal, async (content) => {
        const upload = new Upload({
          client: abortable(client, signal),
          partSize: Math.max(PART_BYTES, Math.ceil(file.sizeBytes / MAX_PARTS)),
          queueSize: 2,
          params: {
            Bucket: settings.bucket,
            Key: within(folder.replace(/^\//, ''), file.path),
            Body: content,
            ContentType: file.contentType,
          },
        });
        try {
          await upload.done();
        } catch (error) {
          signal.throwIfAborted();
          throw toProblem(error);
        }
      });
    },
    async close() {
      client.destroy();
    },
  };
}

function toProblem(error: unknown): DeliveryProblem {
  const { name, $metadata, $response } = error as {
    name?: string;
    $metadata?: { httpStatusCode?: number };
    $response?: { headers?: { 'retry-after'?: string } };
  };
  const status = $metadata?.httpStatusCode;
  const what =
    status === undefined
      ? 'The store cannot be reached.'
      : `The store answered ${name} (${status}).`;
  return new DeliveryProblem(what, PERMANENT.has(name ?? ''), {
    cause: error,
    retryAfterSeconds: requestedSeconds($response?.headers ?? {}),
  });
}
