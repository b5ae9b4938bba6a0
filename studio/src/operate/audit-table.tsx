import type { AuditEvent } from '../api/index.js';
import { hrefOf } from '../routing/router.js';
import { texts } from '../texts/index.js';
import { shortId } from '../ui/short-id.js';

export interface AuditTableProps {
  readonly events: readonly AuditEvent[];
  /** Shows only the events of a key or a request. */
  readonly onSearch: (id: string) => void;
}

/** Events with all that is known of them. */
export function AuditTable({ events, onSearch }: AuditTableProps) {
  const words = texts.operate.audit;
  return (
    <div class="table-frame" tabIndex={0} role="region" aria-label={texts.operate.nav.audit}>
      <table class="table audit-table">
        <thead>
          <tr>
            <th scope="col">{words.when}</th>
            <th scope="col">{words.event}</th>
            <th scope="col">{words.job}</th>
            <th scope="col">{words.key}</th>
            <th scope="col">{words.request}</th>
            <th scope="col">{words.data}</th>
          </tr>
        </thead>
        <tbody>
          {events.map((event) => (
            <tr key={event.id}>
              <td class="audit-time">
                <time dateTime={event.created_at}>{timeOf(event.created_at)}</time>
              </td>
              <th scope="row">
                {words.types[event.type] ?? event.type}
                <code class="audit-type">{event.type}</code>
              </th>
              <td>
                {event.job_id !== null && (
                  <a href={hrefOf(['jobs', event.job_id])} title={event.job_id}>
                    <code>{shortId(event.job_id)}</code>
                  </a>
                )}
              </td>
              <td>
                <Id id={event.key_id} onSearch={onSearch} />
              </td>
              <td>
                <Id id={event.request_id} onSearch={onSearch} />
              </td>
              <td class="wide">
                <Data data={event.data} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Id({ id, onSearch }: { id: string | null; onSearch: (id: string) => void }) {
  if (id === null) return null;
  return (
    <button type="button" class="audit-id" title={id} onClick={() => onSearch(id)}>
      <code>{id.length > 16 ? `${id.slice(0, 12)}...` : id}</code>
    </button>
  );
}

/** Names with their values. What has an inner structure is JSON. */
function Data({ data }: { data: object }) {
  const entries = Object.entries(data);
  if (entries.length === 0) return null;
  return (
    <dl class="audit-data">
      {entries.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{typeof value === 'string' ? value : JSON.stringify(value)}</dd>
        </div>
      ))}
    </dl>
  );
}

function timeOf(iso: string): string {
  return new Date(iso).toLocaleString('en', { dateStyle: 'medium', timeStyle: 'medium' });
}
