import type { Job } from '../api/index.js';
import { saveBlob } from '../ui/save-blob.js';
import { textOfJob } from './open-job.js';

/** Lets the browser save the config of a job. */
export function saveConfig(job: Job): void {
  const { filename } = job.config as { filename?: unknown };
  const name = typeof filename === 'string' ? filename.replace(/\.[a-z0-9]+$/i, '') : job.job_id;
  saveBlob(new Blob([textOfJob(job)], { type: 'application/json' }), `${name}.json`);
}
