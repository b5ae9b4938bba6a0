import { join } from 'node:path';

/** Folder of finished videos. */
export function videosDir(dataDir: string): string {
  return join(dataDir, 'videos');
}

/** Name of the video an attempt makes: attempts never write to the same file. */
export function videoFileName(jobId: string, attempt: number): string {
  return `${jobId}-${attempt}.mp4`;
}
