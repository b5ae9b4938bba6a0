import type { OutputFile } from '../core/job/output-file.js';
import type { JobEntity } from '../engine/jobs/job.entity.js';
import type { JobQueries } from '../engine/jobs/job-queries.js';
import type { VideoResult } from '../engine/jobs/job-result.js';
import { videoObject } from '../engine/storage/video-files.js';
import type { Identity } from '../http/access/access.js';
import { findVisible } from '../http/access/visibility.js';
import type { StoredFile } from '../http/downloads/downloads.js';
import { ApiError } from '../http/errors/api-error.js';

/**
 * The job of a video that the key may see and that is not deleted.
 *
 * @throws ApiError VIDEO_NOT_FOUND
 */
export function findVideo(
  jobs: JobQueries,
  id: string,
  key: Identity,
  find: (id: string) => Promise<JobEntity | null> = (jobId) => jobs.find(jobId),
): Promise<JobEntity> {
  return findVisible(id, key, {
    find: async (jobId) => {
      const job = await find(jobId);
      return job?.deletedAt === null ? job : null;
    },
    notFound: () => new ApiError('VIDEO_NOT_FOUND', 'No video with this ID belongs to your key.'),
  });
}

/** The result of a finished video. @throws ApiError VIDEO_NOT_READY */
export function requireResult({ result, status }: JobEntity): VideoResult {
  if (result) return result;
  throw new ApiError('VIDEO_NOT_READY', `The status of this video is ${status}.`);
}

/** A file of a finished video. @throws ApiError VIDEO_NOT_READY, FILE_NOT_FOUND */
export function requireFile(job: JobEntity, name: string): OutputFile & StoredFile {
  const { files, folder } = requireResult(job);
  const file = files.find((one) => one.name === name);
  if (file) return { ...file, object: videoObject(folder, name) };
  const names = files.map((one) => one.name).join(', ');
  throw new ApiError(
    'FILE_NOT_FOUND',
    `This video does not have this file. Its files are ${names}.`,
  );
}
