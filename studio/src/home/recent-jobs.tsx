import { hasScope, type JobList, useRequest } from '../api/index.js';
import { jobScreens } from '../render/index.js';
import { hrefOf } from '../routing/router.js';
import { texts } from '../texts/index.js';
import { EmptyState } from '../ui/empty-state.js';
import { ErrorNotice } from '../ui/error-notice.js';
import { Loading } from '../ui/loading.js';
import { RelativeTime } from '../ui/relative-time.js';
import { shortId } from '../ui/short-id.js';

const SHOWN = 5;

type JobSummary = JobList['jobs'][number];

/** The last jobs of the key. */
export function RecentJobs() {
  return (
    <section class="recent-jobs" aria-labelledby="recent-jobs">
      <header>
        <h2 id="recent-jobs">{texts.home.recent}</h2>
        {jobScreens.length > 0 && <a href={hrefOf(['jobs'])}>{texts.home.allJobs}</a>}
      </header>
      {hasScope('jobs:read') ? <Jobs /> : <p>{texts.home.jobsNeedScope}</p>}
    </section>
  );
}

function Jobs() {
  const { data, error, reload } = useRequest((api, signal) =>
    api.jobs.list({ limit: SHOWN, signal }),
  );
  if (error !== null) return <ErrorNotice error={error} onRetry={reload} />;
  if (data === null) return <Loading />;
  if (data.jobs.length === 0) {
    return <EmptyState level={3} heading={texts.home.noJobs} about={texts.home.noJobsAbout} />;
  }
  return (
    <ul class="job-list">
      {data.jobs.map((job) => (
        <li key={job.job_id}>
          <Job {...job} />
        </li>
      ))}
    </ul>
  );
}

function Job({ job_id: id, status, progress, created_at: createdAt }: JobSummary) {
  const name = <code>{shortId(id)}</code>;
  return (
    <>
      {jobScreens.length > 0 ? <a href={hrefOf(['jobs', id])}>{name}</a> : name}
      <span class={`job-status ${status}`}>
        {texts.home.status[status]}
        {status === 'processing' && ` ${texts.home.progress(progress)}`}
      </span>
      <RelativeTime at={createdAt} />
    </>
  );
}
