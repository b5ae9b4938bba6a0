import { type JobList, usePages, usePolling, useRequest } from '../api/index.js';
import { hrefOf, location, navigate } from '../routing/router.js';
import { texts } from '../texts/index.js';
import { EmptyState } from '../ui/empty-state.js';
import { ErrorNotice } from '../ui/error-notice.js';
import { type JobFilter, JobFilters, momentsOf, readFilter } from '../ui/job-filters.js';
import { JobStatusLabel } from '../ui/job-status.js';
import { Loading } from '../ui/loading.js';
import { Pager } from '../ui/pager.js';
import { RelativeTime } from '../ui/relative-time.js';
import { JobButtons } from './job-buttons.js';
import { OperatePage } from './page/operate-page.js';

const PAGE_SIZE = 50;
const LIVE_MS = 3_000;
const IDLE_MS = 15_000;

type JobSummary = JobList['jobs'][number];

/** The jobs of all keys. */
export default function OperateJobsScreen() {
  const filter = readFilter(location.value.query);
  return (
    <OperatePage current="jobs" about={texts.operate.jobs.about}>
      <JobFilters
        filter={filter}
        onFilter={(changed) => navigate(['operate', 'jobs'], { ...changed }, { replaces: true })}
      />
      <Jobs filter={filter} />
    </OperatePage>
  );
}

function Jobs({ filter }: { filter: JobFilter }) {
  const { status, after, before } = filter;
  const pages = usePages([status, after, before]);
  const request = useRequest(
    (api, signal) =>
      api.jobs.list({
        ...{ limit: PAGE_SIZE, cursor: pages.cursor, status, signal },
        ...momentsOf(filter),
      }),
    [pages.cursor, status, after, before],
  );
  const { data, error, reload } = request;
  const isLive = data?.jobs.some((job) => ['pending', 'processing'].includes(job.status)) === true;
  usePolling(request, isLive ? LIVE_MS : IDLE_MS);
  if (data === null) {
    return error === null ? <Loading /> : <ErrorNotice error={error} onRetry={reload} />;
  }
  const words = texts.render.list;
  if (data.jobs.length === 0) {
    return (
      <EmptyState heading={words.none} about={words.noneAbout}>
        <a href={hrefOf(['operate', 'jobs'])}>{words.reset}</a>
      </EmptyState>
    );
  }
  return (
    <>
      {error !== null && <ErrorNotice error={error} onRetry={reload} />}
      <JobTable jobs={data.jobs} onChange={reload} />
      <Pager pages={pages} next={data.pagination.next_cursor} />
    </>
  );
}

function JobTable({ jobs, onChange }: { jobs: readonly JobSummary[]; onChange: () => void }) {
  const words = texts.operate.jobs;
  return (
    <div class="table-frame" tabIndex={0} role="region" aria-label={texts.operate.nav.jobs}>
      <table class="table">
        <thead>
          <tr>
            <th scope="col">{words.job}</th>
            <th scope="col">{words.state}</th>
            <th scope="col">{words.submitted}</th>
            <th scope="col" class="number">
              {words.waited}
            </th>
            <th scope="col" class="number">
              {words.took}
            </th>
            <th scope="col" class="number">
              {words.attempt}
            </th>
            <th scope="col" class="number">
              {words.priority}
            </th>
            <th scope="col">{words.error}</th>
            <th scope="col">
              <span class="visually-hidden">{words.actions}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {jobs.map((job) => (
            <tr key={job.job_id}>
              <th scope="row">
                <a href={hrefOf(['jobs', job.job_id])}>
                  <code>{job.job_id}</code>
                </a>
              </th>
              <td>
                <JobStatusLabel status={job.status} progress={job.progress} />
                <StepWords job={job} />
              </td>
              <td>
                <RelativeTime at={job.created_at} />
              </td>
              <td class="number">{between(job.created_at, job.started_at)}</td>
              <td class="number">{between(job.started_at, job.finished_at)}</td>
              <td class="number">{job.attempt}</td>
              <td class="number">{job.priority}</td>
              <td class="wide">
                {job.error_code !== null && <code title={job.error ?? ''}>{job.error_code}</code>}
                {job.deleted_at !== null && texts.render.list.deleted}
              </td>
              <td class="actions">
                <JobButtons job={job} onChange={onChange} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function StepWords({ job: { status, current_step: step } }: { job: JobSummary }) {
  if (status !== 'processing' || step === null) return null;
  return <p class="muted">{texts.render.steps.names[step] ?? step}</p>;
}

function between(start: string | null, end: string | null): string {
  if (start === null) return '';
  const until = end === null ? Date.now() : Date.parse(end);
  return texts.units.took(Math.max(0, until - Date.parse(start)) / 1000);
}
