import type { ComponentChildren } from 'preact';
import { type JobList as JobsPage, usePages, usePolling, useRequest } from '../api/index.js';
import { hrefOf, location, navigate } from '../routing/router.js';
import { texts } from '../texts/index.js';
import { EmptyState } from '../ui/empty-state.js';
import { ErrorNotice } from '../ui/error-notice.js';
import { Loading } from '../ui/loading.js';
import { Pager } from '../ui/pager.js';
import { isOpen } from './is-open.js';
import { type JobFilter, JobFilters, momentsOf, readFilter } from './job-filters.js';

/** While a visible job runs, and otherwise. */
const LIVE_MS = 3_000;
const IDLE_MS = 15_000;

export type JobSummary = JobsPage['jobs'][number];

export interface JobListProps {
  /** The address of the screen. Its query is the filter. */
  readonly at: readonly string[];
  readonly pageSize: number;
  /** What is shown if there are no jobs at all. The default says that none match. */
  readonly empty?: ComponentChildren;
  /** Draws the jobs of a page. `reload` asks for them again. */
  readonly children: (jobs: readonly JobSummary[], reload: () => void) => ComponentChildren;
}

/** The jobs that the key sees, newest first, page by page, with their filters. */
export function JobList(props: JobListProps) {
  const { at } = props;
  const filter = readFilter(location.value.query);
  const onFilter = (changed: JobFilter) => navigate(at, { ...changed }, { replaces: true });
  return (
    <>
      <JobFilters filter={filter} onFilter={onFilter} />
      <Jobs {...props} filter={filter} />
    </>
  );
}

function Jobs({ at, pageSize, empty, children, filter }: JobListProps & { filter: JobFilter }) {
  const { status, after, before } = filter;
  const pages = usePages([status, after, before]);
  const request = useRequest(
    (api, signal) =>
      api.jobs.list({
        ...{ limit: pageSize, cursor: pages.cursor, status, signal },
        ...momentsOf(filter),
      }),
    [pages.cursor, status, after, before],
  );
  const { data, error, reload } = request;
  const isLive = data?.jobs.some(isOpen) === true;
  usePolling(request, isLive ? LIVE_MS : IDLE_MS);
  if (data === null) {
    return error === null ? <Loading /> : <ErrorNotice error={error} onRetry={reload} />;
  }
  const isFiltered = Object.values(filter).some((value) => value !== undefined);
  return (
    <>
      {error !== null && <ErrorNotice error={error} onRetry={reload} />}
      {data.jobs.length > 0 && children(data.jobs, reload)}
      {data.jobs.length === 0 && ((!isFiltered && empty) || <NoneMatch at={at} />)}
      <Pager pages={pages} next={data.pagination.next_cursor} />
    </>
  );
}

function NoneMatch({ at }: { at: readonly string[] }) {
  const words = texts.render.list;
  return (
    <EmptyState heading={words.none} about={words.noneAbout}>
      <a href={hrefOf(at)}>{words.reset}</a>
    </EmptyState>
  );
}
