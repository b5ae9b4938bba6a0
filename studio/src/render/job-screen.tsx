import { ApiError, type Job } from '../api/index.js';
import { isOpen } from '../jobs/is-open.js';
import { hrefOf } from '../routing/router.js';
import type { ScreenProps } from '../routing/seams.js';
import { texts } from '../texts/index.js';
import { EmptyState } from '../ui/empty-state.js';
import { ErrorNotice } from '../ui/error-notice.js';
import { JobStatusLabel } from '../ui/job-status.js';
import { Loading } from '../ui/loading.js';
import { RelativeTime } from '../ui/relative-time.js';
import { shortId } from '../ui/short-id.js';
import { Deliveries } from './deliveries.js';
import { Failure } from './failure.js';
import { Finished } from './finished.js';
import { JobActions } from './job-actions.js';
import './job-screen.css';
import { Running } from './running.js';
import { Steps } from './steps.js';
import { useJob } from './use-job.js';

/** The page of a job: how far it is, and what came of it. */
export default function JobScreen({ params }: ScreenProps) {
  return <JobPage key={params['id']} id={params['id']!} />;
}

function JobPage({ id }: { id: string }) {
  const { data: job, error, reload } = useJob(id);
  const words = texts.render;
  if (job === null) {
    const isMissing = error instanceof ApiError && [400, 404].includes(error.status);
    if (isMissing) {
      return (
        <EmptyState level={1} heading={words.missing} about={words.missingAbout}>
          <a href={hrefOf(['jobs'])}>{words.toJobs}</a>
        </EmptyState>
      );
    }
    return error === null ? <Loading /> : <ErrorNotice error={error} onRetry={reload} />;
  }
  return (
    <div class="job-page">
      <JobHeader job={job} />
      {error !== null && <ErrorNotice error={error} onRetry={reload} />}
      <JobBody job={job} onChange={reload} />
    </div>
  );
}

function JobHeader({ job }: { job: Job }) {
  const { job_id: id, created_at: createdAt, retry_of: retryOf, batch_id: batch } = job;
  const words = texts.render;
  const heading = job.deleted_at === null ? words.headings[job.status] : words.headings.deleted;
  return (
    <header class="job-header">
      <div>
        <h1 tabIndex={-1}>{heading}</h1>
        <p class="job-origin">
          <JobStatusLabel status={job.status} progress={job.progress} />
          <span>{nameOf(job)}</span>
          <code>{id}</code>
          <span>
            {words.submitted} <RelativeTime at={createdAt} />
          </span>
          {retryOf !== null && (
            <span>
              {words.repeats} <a href={hrefOf(['jobs', retryOf])}>{shortId(retryOf)}</a>
            </span>
          )}
          {batch !== null && <a href={hrefOf(['batches', batch])}>{words.list.batch}</a>}
        </p>
      </div>
    </header>
  );
}

function JobBody({ job, onChange }: { job: Job; onChange: () => void }) {
  const { status, deleted_at: deletedAt, warnings, deliveries } = job;
  const isFinished = status === 'completed' && deletedAt === null;
  const words = texts.render;
  return (
    <>
      {isOpen(job) && <Running job={job} />}
      {status === 'failed' && <Failure job={job} />}
      {deletedAt !== null && (
        <p class="job-note">
          {words.deleted(texts.units.at(deletedAt))} {words.renderAgainAbout}
        </p>
      )}
      {isFinished && <Finished job={job} onChange={onChange} />}
      {!isFinished && <JobActions job={job} onChange={onChange} />}
      {warnings.length > 0 && (
        <section class="job-card" aria-labelledby="job-warnings">
          <h2 id="job-warnings">{words.warnings}</h2>
          <ul>
            {warnings.map((warning) => (
              <li key={warning}>{warning}</li>
            ))}
          </ul>
        </section>
      )}
      {deliveries.length > 0 && <Deliveries job={job} onChange={onChange} />}
      {job.steps.length > 0 && <Steps job={job} />}
    </>
  );
}

/** The name that the config gives its file, or nothing. */
function nameOf({ config }: Job): string {
  const { filename } = config as { filename?: unknown };
  return typeof filename === 'string' ? filename : '';
}
