import type { Video } from '../api/index.js';
import type { JobSummary } from '../jobs/job-list.js';
import { hrefOf } from '../routing/router.js';
import { texts } from '../texts/index.js';
import { Icon, type IconName } from '../ui/icon.js';
import { JobStatusLabel } from '../ui/job-status.js';
import { ProgressBar } from '../ui/progress-bar.js';
import { RelativeTime } from '../ui/relative-time.js';
import { shortId } from '../ui/short-id.js';
import { Poster } from './poster.js';

const PICTURES: Readonly<Record<JobSummary['status'], IconName>> = {
  pending: 'pause',
  processing: 'refresh',
  completed: 'play',
  failed: 'error',
  cancelled: 'stop',
};

/** A job in the list. All of it leads to its page. */
export function JobCard({ job, video }: { job: JobSummary; video: Video | null }) {
  const { job_id: id, status, progress, error_code: code, deleted_at: deletedAt } = job;
  const poster = video?.files.find(({ kind }) => kind === 'poster')?.name;
  const length = video?.duration_seconds ?? null;
  const words = texts.render;
  return (
    <a class={`job-tile ${status}`} href={hrefOf(['jobs', id])}>
      <span class="job-tile-picture">
        {poster === undefined ? <Icon name={PICTURES[status]} /> : <Poster id={id} file={poster} />}
        {length !== null && <span class="job-tile-length">{texts.units.clock(length)}</span>}
      </span>
      <span class="job-tile-words">
        <span class="job-tile-line">
          <JobStatusLabel status={status} progress={progress} />
          <RelativeTime at={job.created_at} />
        </span>
        <span class="job-tile-line">
          <code>{shortId(id)}</code>
          <span class="job-tile-details">
            {deletedAt !== null && words.list.deleted}
            {status === 'failed' && code !== null && code}
            {video !== null && deletedAt === null && detailsOf(video)}
          </span>
        </span>
        {status === 'processing' && <ProgressBar percent={progress} />}
      </span>
    </a>
  );
}

function detailsOf({ resolution, size_bytes: bytes }: Video): string {
  return [resolution, bytes === null ? null : texts.units.bytes(bytes)]
    .filter((part) => part !== null)
    .join(', ');
}
