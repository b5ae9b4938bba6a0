import { useState } from 'preact/hooks';
import { type Batch, client, hasScope, usePolling, useRequest } from '../../api/index.js';
import type { ScreenProps } from '../../routing/seams.js';
import { texts } from '../../texts/index.js';
import { Button } from '../../ui/button.js';
import { ConfirmDialog } from '../../ui/confirm-dialog.js';
import { ErrorNotice } from '../../ui/error-notice.js';
import { Loading } from '../../ui/loading.js';
import '../../ui/page.css';
import { ProgressBar } from '../../ui/progress-bar.js';
import { showToast } from '../../ui/toast.js';
import { BatchJobs } from './batch-jobs.js';
import { BatchLinks } from './batch-links.js';
import './batch.css';

const LIVE_MS = 3_000;

type Counts = Batch['counts'];

/** Follows the videos that were made from a table. The address has the IDs of its batches. */
export default function BatchScreen({ params }: ScreenProps) {
  const key = params['id']!;
  const ids = key.split(',');
  const request = useRequest(
    (api, signal) => Promise.all(ids.map((id) => api.jobs.batch(id, { signal }))),
    [key],
  );
  const { data, error, reload } = request;
  const isLive = data?.some(({ finished }) => !finished) === true;
  usePolling(request, isLive ? LIVE_MS * ids.length : null);
  const [isAsking, setAsking] = useState(false);
  const words = texts.runs.batch;
  if (data === null) {
    return error === null ? <Loading /> : <ErrorNotice error={error} onRetry={reload} />;
  }
  const counts = sumOf(data.map((batch) => batch.counts));
  const size = data.reduce((sum, batch) => sum + batch.size, 0);
  const ended = counts.completed + counts.failed + counts.cancelled;
  return (
    <div class="page">
      <header class="page-header">
        <div>
          <h1 tabIndex={-1}>{words.heading}</h1>
          <p>{words.size(size, ids.length)}</p>
        </div>
        {isLive && hasScope('jobs:cancel') && (
          <Button variant="danger" icon="stop" onClick={() => setAsking(true)}>
            {words.cancel}
          </Button>
        )}
      </header>
      {error !== null && <ErrorNotice error={error} onRetry={reload} />}
      <section class="card batch-progress" aria-label={words.progress}>
        <p role="status">{ended === size ? words.finished : words.done(ended, size)}</p>
        <ProgressBar percent={(100 * ended) / Math.max(size, 1)} label={words.progress} />
        <CountList counts={counts} />
      </section>
      {counts.completed > 0 && hasScope('videos:read') && (
        <BatchLinks ids={ids} total={counts.completed} />
      )}
      <BatchJobs ids={ids} counts={counts} onChange={reload} />
      <ConfirmDialog
        heading={words.cancelHeading}
        about={words.cancelAbout}
        action={words.cancel}
        isOpen={isAsking}
        onClose={() => setAsking(false)}
        onConfirm={async () => {
          for (const id of ids) await client.peek()!.jobs.cancelBatch(id);
          showToast(words.canceled);
          reload();
        }}
      />
    </div>
  );
}

function CountList({ counts }: { counts: Counts }) {
  return (
    <dl class="batch-counts">
      {(Object.keys(texts.home.status) as (keyof Counts)[]).map((status) => (
        <div key={status} class={counts[status] === 0 ? 'none' : status}>
          <dt>{texts.home.status[status]}</dt>
          <dd>{texts.units.number(counts[status])}</dd>
        </div>
      ))}
    </dl>
  );
}

function sumOf(all: readonly Counts[]): Counts {
  const sum = { pending: 0, processing: 0, completed: 0, failed: 0, cancelled: 0 };
  for (const counts of all) {
    for (const status of Object.keys(sum) as (keyof Counts)[]) sum[status] += counts[status];
  }
  return sum;
}
