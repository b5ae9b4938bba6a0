import { useRef, useState } from 'preact/hooks';
import { ApiError, client, useAction } from '../../api/index.js';
import type { VideoCraft } from '../../../../clients/typescript/src/index.js';
import { texts } from '../../texts/index.js';
import { Button } from '../../ui/button.js';
import { ErrorNotice } from '../../ui/error-notice.js';
import { ProgressBar } from '../../ui/progress-bar.js';
import { saveBlob } from '../../ui/save-blob.js';
import { inState, jobsOfBatches } from './jobs-of-batches.js';
import { quoted } from './table.js';

const WEEK_SECONDS = 604_800;

/** Makes a table with a link to each video. The service limits requests, so many links take minutes. */
export function BatchLinks({ ids, total }: { ids: readonly string[]; total: number }) {
  const { run, isBusy, error } = useAction();
  const [made, setMade] = useState(0);
  const [pause, setPause] = useState<number | null>(null);
  const controller = useRef<AbortController | null>(null);
  const words = texts.runs.batch;

  const make = () =>
    run(async () => {
      controller.current = new AbortController();
      const { signal } = controller.current;
      const api = client.peek()!;
      const { row, job, url, expires } = words.columns;
      const lines: string[][] = [[row, job, url, expires]];
      setMade(0);
      for (const each of inState(await jobsOfBatches(api, ids, signal), 'completed')) {
        const id = each.job.job_id;
        if (each.job.deleted_at !== null) continue;
        const link = await linkTo(api, id, signal, setPause);
        const address = new URL(link.url, document.baseURI).href;
        lines.push([String(each.row), id, address, link.expires_at]);
        setMade((before) => before + 1);
      }
      const csv = lines.map((cells) => `${cells.map(quoted).join(',')}\r\n`).join('');
      saveBlob(new Blob([csv], { type: 'text/csv' }), words.fileName);
    });

  return (
    <section class="batch-links" aria-label={words.links}>
      <div class="page-links">
        <Button icon="download" isBusy={isBusy} onClick={() => void make()}>
          {words.links}
        </Button>
        {isBusy && <Button onClick={() => controller.current?.abort()}>{words.stop}</Button>}
        <p>{isBusy ? words.linking(made, total) : words.linksAbout}</p>
      </div>
      {isBusy && <ProgressBar percent={(100 * made) / total} />}
      {pause !== null && <p role="status">{words.waiting(pause)}</p>}
      {error !== null && <ErrorNotice error={error} />}
    </section>
  );
}

/** Makes a link, and waits as long as the service asks for. */
async function linkTo(
  api: VideoCraft,
  id: string,
  signal: AbortSignal,
  onPause: (seconds: number | null) => void,
) {
  for (;;) {
    try {
      const options = { expiresInSeconds: WEEK_SECONDS, inline: false, signal };
      return await api.videos.createLink(id, options);
    } catch (error) {
      const isLimit = error instanceof ApiError && error.status === 429;
      if (!isLimit || error.retryAfterSeconds === null) throw error;
      onPause(error.retryAfterSeconds);
      await wait(error.retryAfterSeconds * 1000, signal);
      onPause(null);
    }
  }
}

function wait(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, ms);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      reject(signal.reason as Error);
    });
  });
}
