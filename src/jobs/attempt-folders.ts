import { mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Claim } from '../engine/jobs/job-store.js';
import { videosDir } from '../pipeline/outputs/output-files.js';

/**
 * Makes the folder an attempt works in. What earlier attempts left when their worker died is removed,
 * finished files that were never committed included: they no longer hold the job.
 */
export async function makeWorkDir(dataDir: string, { jobId, attempt }: Claim): Promise<string> {
  const root = workRoot(dataDir);
  await mkdir(root, { recursive: true });
  if (attempt > 1) {
    await Promise.all([root, videosDir(dataDir)].map((folder) => removeOf(jobId, folder)));
  }
  const workDir = join(root, `${jobId}-${attempt}`);
  await mkdir(workDir);
  return workDir;
}

/** Removes what attempts of a job that is final have left where they worked. */
export function removeWorkDirs(dataDir: string, jobId: string): Promise<void> {
  return removeOf(jobId, workRoot(dataDir));
}

/** Removes all that a job has left that is given up. */
export async function removeAttempts(dataDir: string, jobId: string): Promise<void> {
  await removeWorkDirs(dataDir, jobId);
  await removeOf(jobId, videosDir(dataDir));
}

function workRoot(dataDir: string): string {
  return join(dataDir, 'work');
}

async function removeOf(jobId: string, folder: string): Promise<void> {
  const names = await readdir(folder).catch(() => []);
  const left = names.filter((name) => name.startsWith(`${jobId}-`));
  await Promise.all(left.map((name) => rm(join(folder, name), { recursive: true, force: true })));
}
