import { type JobSummary, JobList } from '../jobs/job-list.js';
import { hrefOf } from '../routing/router.js';
import { texts } from '../texts/index.js';
import { JobStatusLabel } from '../ui/job-status.js';
import { RelativeTime } from '../ui/relative-time.js';
import { JobButtons } from './job-buttons.js';
import { OperatePage } from './page/operate-page.js';

const PAGE_SIZE = 50;

/** The jobs of all keys. */
export default function OperateJobsScreen() {
  return (
    <OperatePage current="jobs" about={texts.operate.jobs.about}>
      <JobList at={['operate', 'jobs']} pageSize={PAGE_SIZE}>
        {(jobs, reload) => <JobTable jobs={jobs} onChange={reload} />}
      </JobList>
    </OperatePage>
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
