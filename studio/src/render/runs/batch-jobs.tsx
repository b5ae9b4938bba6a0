import { useState } from 'preact/hooks';
import {
  type Batch,
  client,
  hasScope,
  type JobStatus,
  useAction,
  useRequest,
  useThrottled,
} from '../../api/index.js';
import { hrefOf } from '../../routing/router.js';
import { texts } from '../../texts/index.js';
import { Button } from '../../ui/button.js';
import { ErrorNotice } from '../../ui/error-notice.js';
import { Select } from '../../ui/field.js';
import { JobStatusLabel } from '../../ui/job-status.js';
import { Loading } from '../../ui/loading.js';
import { showToast } from '../../ui/toast.js';
import { shortId } from '../../ui/short-id.js';
import { type BatchJob, inState, JOBS_PER_REQUEST, jobsOfBatches } from './jobs-of-batches.js';

type Status = JobStatus['status'];

/** For each request that the list takes, so that many videos do not use up the rate limit. */
const PAUSE_MS = 4_000;

export interface BatchJobsProps {
  readonly ids: readonly string[];
  /** The list is read again when they change. */
  readonly counts: Batch['counts'];
  readonly onChange: () => void;
}

/** The jobs of batches by the rows of their table, with why some failed. */
export function BatchJobs({ ids, counts, onChange }: BatchJobsProps) {
  const [status, setStatus] = useState<Status | ''>('');
  const size = Object.values(counts).reduce((sum, count) => sum + count, 0);
  const requests = Math.ceil(size / JOBS_PER_REQUEST);
  const seen = useThrottled(JSON.stringify(counts), PAUSE_MS * requests);
  const { data, error, reload } = useRequest(
    (api, signal) => jobsOfBatches(api, ids, signal),
    [ids.join(','), seen],
  );
  const words = texts.runs.batch;
  if (data === null) {
    return error === null ? <Loading /> : <ErrorNotice error={error} onRetry={reload} />;
  }
  const shown = inState(data, status);
  const statuses = Object.keys(texts.home.status) as Status[];
  return (
    <div class="batch-jobs">
      <header class="page-header">
        <h2 id="batch-jobs">{texts.runs.table.preview}</h2>
        <RetryFailed jobs={inState(data, 'failed')} onChange={onChange} />
        <Select<Status | ''>
          label={words.show}
          value={status}
          options={[
            { value: '', label: words.all },
            ...statuses.map((value) => ({ value, label: texts.home.status[value] })),
          ]}
          onValue={setStatus}
        />
      </header>
      {shown.length === 0 ? <p>{words.none}</p> : <JobTable jobs={shown} />}
    </div>
  );
}

function JobTable({ jobs }: { jobs: readonly BatchJob[] }) {
  const words = texts.runs.batch;
  return (
    <div class="table-frame" tabIndex={0} role="region" aria-labelledby="batch-jobs">
      <table class="table">
        <thead>
          <tr>
            <th scope="col">{words.row}</th>
            <th scope="col">{words.state}</th>
            <th scope="col">{words.job}</th>
            <th scope="col">{words.time}</th>
            <th scope="col">{words.reason}</th>
          </tr>
        </thead>
        <tbody>
          {jobs.map(({ job, row }) => (
            <tr key={job.job_id}>
              <th scope="row">{row}</th>
              <td>
                <JobStatusLabel status={job.status} progress={job.progress} />
              </td>
              <td>
                <a href={hrefOf(['jobs', job.job_id])}>
                  <code>{shortId(job.job_id)}</code>
                </a>
              </td>
              <td>{timeOf(job)}</td>
              <td class="wide">{job.error}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** Makes new jobs for those that failed. */
function RetryFailed({ jobs, onChange }: { jobs: readonly BatchJob[]; onChange: () => void }) {
  const { run, isBusy, error } = useAction();
  const words = texts.runs.batch;
  if (jobs.length === 0 || !hasScope('videos:write')) return null;
  const retry = () =>
    run(async () => {
      for (const { job } of jobs) {
        // The same key: a second click makes no second job.
        const idempotencyKey = `retry-${job.job_id}`;
        await client.peek()!.jobs.retry(job.job_id, { idempotencyKey });
      }
      showToast(words.retried(jobs.length));
      onChange();
    });
  return (
    <>
      <Button icon="refresh" isBusy={isBusy} onClick={() => void retry()}>
        {words.retryFailed(jobs.length)}
      </Button>
      {error !== null && <ErrorNotice error={error} />}
    </>
  );
}

function timeOf({ started_at: start, finished_at: end }: BatchJob['job']): string {
  if (start === null || end === null) return '';
  return texts.units.took((Date.parse(end) - Date.parse(start)) / 1000);
}
