import { mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Claim } from '../engine/jobs/job-store.js';
import { videosDir } from '../pipeline/outputs/output-files.js';

/**
 * Creates the work folder of an attempt. It removes everything that earlier attempts left when their
 * worker died, including finished files that were never committed: they no longer hold the job.
 */
export async function makeWorkDir(dataDir: string, { jobId, attempt }: Claim): Promise<string> {
  const root = workRoot(dataDir);
  await mkdir(root, { recursive: true });
  if (attempt > 1) {
    await Promise.all([root, videosDir(dataDir)].map((folder) => removeFoldersOf(jobId, folder)));
  }
  const workDir = join(root, `${jobId}-${attempt}`);
  await mkdir(workDir);
  return workDir;
}

/** Removes the work folders that attempts of a final job have left. */
export function removeWorkDirs(dataDir: string, jobId: string): Promise<void> {
  return removeFoldersOf(jobId, workRoot(dataDir));
}

/** Removes everything that the attempts of a job have left. */
export async function removeAttempts(dataDir: string, jobId: string): Promise<void> {
  await removeWorkDirs(dataDir, jobId);
  await removeFoldersOf(jobId, videosDir(dataDir));
}

export function removeFolder(path: string): Promise<void> {
  return rm(path, { recursive: true, force: true });
}

function workRoot(dataDir: string): string {
  return join(dataDir, 'work');
}

async function removeFoldersOf(jobId: string, folder: string): Promise<void> {
  const names = await readdir(folder).catch(() => []);
  const left = names.filter((name) => name.startsWith(`${jobId}-`));
  await Promise.all(left.map((name) => removeFolder(join(folder, name))));
}
