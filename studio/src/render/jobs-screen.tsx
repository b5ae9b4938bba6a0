import { type JobSummary, JobList } from '../jobs/job-list.js';
import { hrefOf } from '../routing/router.js';
import { texts } from '../texts/index.js';
import { EmptyState } from '../ui/empty-state.js';
import '../ui/page.css';
import { JobCard } from './job-card.js';
import './jobs-screen.css';
import { useVideosOf } from './use-videos-of.js';

const PAGE_SIZE = 24;

/** The jobs of the key, newest first. */
export default function JobsScreen() {
  const words = texts.render.list;
  return (
    <div class="page">
      <header class="page-header">
        <h1 tabIndex={-1}>{words.heading}</h1>
        <div class="page-links">
          <a href={hrefOf(['templates'])}>{words.templates}</a>
          <a href={hrefOf(['webhooks'])}>{words.webhooks}</a>
        </div>
      </header>
      <JobList at={['jobs']} pageSize={PAGE_SIZE} empty={<NoJobs />}>
        {(jobs) => <Cards jobs={jobs} />}
      </JobList>
    </div>
  );
}

function Cards({ jobs }: { jobs: readonly JobSummary[] }) {
  const videos = useVideosOf(jobs);
  return (
    <ul class="job-cards">
      {jobs.map((job) => (
        <li key={job.job_id}>
          <JobCard job={job} video={videos.get(job.job_id) ?? null} />
        </li>
      ))}
    </ul>
  );
}

function NoJobs() {
  const words = texts.render.list;
  return (
    <EmptyState heading={words.empty} about={words.emptyAbout}>
      <a class="button primary" href={hrefOf([])}>
        {words.start}
      </a>
    </EmptyState>
  );
}
