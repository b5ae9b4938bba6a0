import { JobFailure } from '../../core/job/job-failure.js';
import { isStorageFull } from '../../engine/ffmpeg/storage-full.js';
import { KeyLimitExceeded } from '../../engine/jobs/key-limit-exceeded.js';
import { ApiError } from '../../http/errors/api-error.js';
import { jobFailureError } from '../../http/errors/job-failure-error.js';
import { storageFull } from './incoming-folder.js';

const HELP = 'Delete assets that you no longer need. `GET /keys/me` shows the limits.';

/** The error of a request for what prevented an upload. */
export function toUploadError(error: unknown): unknown {
  if (error instanceof KeyLimitExceeded) return limitError(error);
  if (error instanceof JobFailure) return jobFailureError(error);
  return isStorageFull(error) ? storageFull(error) : error;
}

/** The error for a file that is larger than a source may be. */
export function fileTooLarge(maxBytes: number): ApiError {
  return new ApiError(
    'PAYLOAD_TOO_LARGE',
    `The file is larger than ${maxBytes} bytes. The operator sets the limit with VIDEOCRAFT_SOURCES_MAX_BYTES.`,
  );
}

function limitError(exceeded: KeyLimitExceeded): ApiError {
  const { message, retryAfterSeconds } = exceeded;
  const code = retryAfterSeconds === 'never' ? 'PAYLOAD_TOO_LARGE' : 'RATE_LIMIT_EXCEEDED';
  const details = code === 'PAYLOAD_TOO_LARGE' ? message : `${message} ${HELP}`;
  return new ApiError(code, details, { cause: exceeded });
}
