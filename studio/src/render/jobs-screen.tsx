import { type JobList, usePages, usePolling, useRequest } from '../api/index.js';
import { hrefOf, location, navigate } from '../routing/router.js';
import { texts } from '../texts/index.js';
import { EmptyState } from '../ui/empty-state.js';
import { ErrorNotice } from '../ui/error-notice.js';
import { Loading } from '../ui/loading.js';
import '../ui/page.css';
import { Pager } from '../ui/pager.js';
import { JobCard } from './job-card.js';
import { type JobFilter, JobFilters, momentsOf, readFilter } from '../ui/job-filters.js';
import './jobs-screen.css';
import { useVideosOf } from './use-videos-of.js';
import { isOpen } from './use-job.js';

const PAGE_SIZE = 24;
/** While a visible job runs, and otherwise. */
const LIVE_MS = 3_000;
const IDLE_MS = 20_000;

/** The jobs of the key, newest first. */
export default function JobsScreen() {
  const filter = readFilter(location.value.query);
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
      <JobFilters
        filter={filter}
        onFilter={(changed) => navigate(['jobs'], { ...changed }, { replaces: true })}
      />
      <Jobs filter={filter} />
    </div>
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
  const isLive = data?.jobs.some(isOpen) === true;
  usePolling(request, isLive ? LIVE_MS : IDLE_MS);
  const videos = useVideosOf(data?.jobs ?? []);
  if (data === null) {
    return error === null ? <Loading /> : <ErrorNotice error={error} onRetry={reload} />;
  }
  return (
    <>
      {error !== null && <ErrorNotice error={error} onRetry={reload} />}
      {data.jobs.length === 0 ? (
        <NoJobs isFiltered={Object.values(filter).some((value) => value !== undefined)} />
      ) : (
        <ul class="job-cards">
          {data.jobs.map((job: JobList['jobs'][number]) => (
            <li key={job.job_id}>
              <JobCard job={job} video={videos.get(job.job_id) ?? null} />
            </li>
          ))}
        </ul>
      )}
      <Pager pages={pages} next={data.pagination.next_cursor} />
    </>
  );
}

function NoJobs({ isFiltered }: { isFiltered: boolean }) {
  const words = texts.render.list;
  return isFiltered ? (
    <EmptyState heading={words.none} about={words.noneAbout}>
      <a href={hrefOf(['jobs'])}>{words.reset}</a>
    </EmptyState>
  ) : (
    <EmptyState heading={words.empty} about={words.emptyAbout}>
      <a class="button primary" href={hrefOf([])}>
        {words.start}
      </a>
    </EmptyState>
  );
}
