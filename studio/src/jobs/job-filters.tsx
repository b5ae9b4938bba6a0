import type { JobStatus } from '../api/index.js';
import { texts } from '../texts/index.js';
import { Select, TextField } from '../ui/field.js';

type Status = JobStatus['status'];

/** Which jobs are shown. It is in the address, so that a link leads to the same ones. */
export interface JobFilter {
  readonly status: Status | undefined;
  /** Days, such as `2026-01-31`. */
  readonly after: string | undefined;
  readonly before: string | undefined;
}

const STATUSES: readonly Status[] = ['pending', 'processing', 'completed', 'failed', 'cancelled'];
const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** Reads a filter from an address. What is not valid is no filter. */
export function readFilter(query: URLSearchParams): JobFilter {
  const day = (name: string) => {
    const value = query.get(name) ?? '';
    return DAY.test(value) ? value : undefined;
  };
  const status = STATUSES.find((each) => each === query.get('status'));
  return { status, after: day('after'), before: day('before') };
}

/** The moments that the days of a filter mean to whoever chooses them: both days are included. */
export function momentsOf({ after, before }: JobFilter): {
  createdAfter: string | undefined;
  createdBefore: string | undefined;
} {
  const start = after === undefined ? undefined : new Date(`${after}T00:00:00`);
  const end = before === undefined ? undefined : new Date(`${before}T00:00:00`);
  // The service excludes the moment itself.
  start?.setMilliseconds(-1);
  end?.setDate(end.getDate() + 1);
  return { createdAfter: start?.toISOString(), createdBefore: end?.toISOString() };
}

export function JobFilters(props: {
  readonly filter: JobFilter;
  readonly onFilter: (filter: JobFilter) => void;
}) {
  const { filter, onFilter } = props;
  const words = texts.render.list;
  return (
    <div class="filters">
      <Select<Status | ''>
        label={words.status}
        value={filter.status ?? ''}
        options={[
          { value: '', label: words.all },
          ...STATUSES.map((value) => ({ value, label: texts.home.status[value] })),
        ]}
        onValue={(status) => onFilter({ ...filter, status: status === '' ? undefined : status })}
      />
      <TextField
        label={words.after}
        type="date"
        value={filter.after ?? ''}
        onValue={(after) => onFilter({ ...filter, after: after === '' ? undefined : after })}
      />
      <TextField
        label={words.before}
        type="date"
        value={filter.before ?? ''}
        onValue={(before) => onFilter({ ...filter, before: before === '' ? undefined : before })}
      />
    </div>
  );
}
