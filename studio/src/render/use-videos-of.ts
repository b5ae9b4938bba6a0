import { useRequest, type Video } from '../api/index.js';
import type { JobSummary } from '../jobs/job-list.js';

/** The videos of a page of jobs, by ID: one request for all, when another job of the page is finished. */
export function useVideosOf(jobs: readonly JobSummary[]): ReadonlyMap<string, Video> {
  const finished = jobs.filter(({ status, deleted_at: gone }) => status === 'completed' && !gone);
  const key = finished.map(({ job_id: id }) => id).join(' ');
  const { data } = useRequest(
    async (api, signal) => {
      const times = finished.map((job) => Date.parse(job.created_at));
      if (times.length === 0) return new Map<string, Video>();
      const { videos } = await api.videos.list({
        ...{ limit: 100, status: 'completed', signal },
        // The service excludes the moments themselves, and knows them more exactly.
        createdAfter: new Date(Math.min(...times) - 1).toISOString(),
        createdBefore: new Date(Math.max(...times) + 1).toISOString(),
      });
      return new Map(videos.map((video) => [video.id, video]));
    },
    [key],
  );
  return data ?? new Map<string, Video>();
}
