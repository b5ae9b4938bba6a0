import { useEffect, useState } from 'preact/hooks';
import {
  type Job,
  type Progress,
  reconnections,
  type RequestState,
  usePolling,
  useRequest,
  client,
} from '../api/index.js';
import { isOpen } from '../jobs/is-open.js';

/** How often the estimate and the place in the queue are asked for. The rest comes by the stream. */
const DETAILS_MS = 5_000;

/** A job that is followed until it ends. */
export function useJob(id: string): RequestState<Job> {
  const request = useRequest((api, signal) => api.jobs.get(id, { signal }), [id]);
  const [progress, setProgress] = useState<Progress | null>(null);
  const { data, reload } = request;
  const isRunning = data !== null && isOpen(data);
  useFollow(id, isRunning, setProgress, reload);
  usePolling(request, isRunning ? DETAILS_MS : null);
  // A step that began is in the list of the job, with the times of those before it.
  useEffect(() => {
    if (progress !== null) reload();
  }, [progress?.current_step, progress?.status, reload]);
  return { ...request, data: data && withProgress(data, progress) };
}

function useFollow(
  id: string,
  isRunning: boolean,
  onProgress: (progress: Progress) => void,
  onEnd: () => void,
): void {
  const api = client.value;
  const turn = reconnections.value;
  useEffect(() => {
    if (!isRunning || api === null) return undefined;
    const controller = new AbortController();
    const { signal } = controller;
    const ended = () => {
      if (!signal.aborted) onEnd();
    };
    // How it ended, and why it cannot be followed, is what the next request says.
    api.videos.wait(id, { signal, onProgress }).then(ended, ended);
    return () => controller.abort();
  }, [id, isRunning, api, turn]);
}

/** What the stream says is newer, unless the job has ended. */
function withProgress(job: Job, progress: Progress | null): Job {
  if (progress === null || progress.job_id !== job.job_id || !isOpen(job)) return job;
  return {
    ...job,
    status: job.status === 'processing' ? job.status : progress.status,
    progress: Math.max(job.progress, progress.progress),
    current_step: progress.current_step ?? job.current_step,
  };
}
