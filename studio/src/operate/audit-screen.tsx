import { useEffect, useState } from 'preact/hooks';
import { usePages, usePolling, useRequest } from '../api/index.js';
import { hrefOf, location, navigate } from '../routing/router.js';
import { texts } from '../texts/index.js';
import { EmptyState } from '../ui/empty-state.js';
import { ErrorNotice } from '../ui/error-notice.js';
import { Select, TextField } from '../ui/field.js';
import { momentsOf } from '../jobs/job-filters.js';
import { Loading } from '../ui/loading.js';
import { Pager } from '../ui/pager.js';
import {
  type AuditFilter,
  EVENT_TYPES,
  type EventType,
  idOf,
  readAuditFilter,
} from './audit-filter.js';
import { AuditTable } from './audit-table.js';
import './audit.css';
import { OperatePage } from './page/operate-page.js';

const PAGE_SIZE = 50;
/** Only the first page changes. */
const REFRESH_MS = 10_000;
const TYPING_MS = 600;

/** Who changed what. */
export default function AuditScreen() {
  const filter = readAuditFilter(location.value.query);
  const setFilter = (changed: AuditFilter) =>
    navigate(['operate', 'audit'], { ...changed }, { replaces: true });
  return (
    <OperatePage current="audit" about={texts.operate.audit.about}>
      <Filters filter={filter} onFilter={setFilter} />
      <Events filter={filter} onSearch={(search) => setFilter({ ...filter, search })} />
    </OperatePage>
  );
}

function Filters(props: {
  readonly filter: AuditFilter;
  readonly onFilter: (filter: AuditFilter) => void;
}) {
  const { filter, onFilter } = props;
  const [search, setSearch] = useState(filter.search ?? '');
  const words = texts.operate.audit;
  const days = texts.render.list;
  useEffect(() => setSearch(filter.search ?? ''), [filter.search]);
  useEffect(() => {
    const wanted = search.trim() === '' ? undefined : search.trim();
    if (wanted === filter.search) return undefined;
    const timer = setTimeout(() => onFilter({ ...filter, search: wanted }), TYPING_MS);
    return () => clearTimeout(timer);
  }, [search]);
  return (
    <div class="filters audit-filters">
      <TextField
        label={words.search}
        help={words.searchHelp}
        type="search"
        spellcheck={false}
        value={search}
        onValue={setSearch}
      />
      <Select<EventType | ''>
        label={words.type}
        value={filter.type ?? ''}
        options={[
          { value: '', label: words.allTypes },
          ...EVENT_TYPES.map((value) => ({ value, label: words.types[value] })),
        ]}
        onValue={(type) => onFilter({ ...filter, type: type === '' ? undefined : type })}
      />
      {(['after', 'before'] as const).map((name) => (
        <TextField
          key={name}
          label={days[name]}
          type="date"
          value={filter[name] ?? ''}
          onValue={(day) => onFilter({ ...filter, [name]: day === '' ? undefined : day })}
        />
      ))}
    </div>
  );
}

function Events({ filter, onSearch }: { filter: AuditFilter; onSearch: (search: string) => void }) {
  const { search, type, after, before } = filter;
  const pages = usePages([search, type, after, before]);
  const request = useRequest(
    (api, signal) =>
      api.audit.list({
        ...{ limit: PAGE_SIZE, cursor: pages.cursor, type, signal },
        ...idOf(search),
        ...momentsOf({ status: undefined, after, before }),
      }),
    [pages.cursor, search, type, after, before],
  );
  const { data, error, reload } = request;
  usePolling(request, pages.cursor === undefined ? REFRESH_MS : null);
  const words = texts.operate.audit;
  if (data === null) {
    return error === null ? <Loading /> : <ErrorNotice error={error} onRetry={reload} />;
  }
  return (
    <>
      {error !== null && <ErrorNotice error={error} onRetry={reload} />}
      {data.events.length === 0 ? (
        <EmptyState heading={words.empty} about={words.emptyAbout}>
          <a href={hrefOf(['operate', 'audit'])}>{words.reset}</a>
        </EmptyState>
      ) : (
        <AuditTable events={data.events} onSearch={onSearch} />
      )}
      <Pager pages={pages} next={data.pagination.next_cursor} />
    </>
  );
}
