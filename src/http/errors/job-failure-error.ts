import type { JobFailure, JobFailureCode } from '../../core/job/job-failure.js';
import { ApiError } from './api-error.js';
import { ERRORS, type ErrorCode } from './error-table.js';

/** What a request answers for codes that only jobs have. */
const FOR_REQUESTS: Readonly<Partial<Record<JobFailureCode, ErrorCode>>> = {
  RENDER_TIMEOUT: 'MEDIA_LIMIT_EXCEEDED',
  WORKER_LOST: 'SERVICE_UNAVAILABLE',
};

/** The error of a request that fails as a job would. */
export function jobFailureError({ code, message, pointer, cause }: JobFailure): ApiError {
  const known = FOR_REQUESTS[code] ?? (isRequestCode(code) ? code : null);
  const errors = pointer === null ? [] : [{ pointer, message }];
  if (known !== null) return new ApiError(known, message, { errors, cause });
  // The author can mend what has a place in the config.
  if (errors.length > 0) return ApiError.validation(errors);
  return new ApiError('INTERNAL_ERROR', message, { cause });
}

function isRequestCode(code: string): code is ErrorCode {
  return Object.hasOwn(ERRORS, code);
}
