import { useEffect, useRef, useState } from 'preact/hooks';
import { ApiError, type BatchRequest, client, useAction } from '../../api/index.js';
import { randomKey } from '../../../../clients/typescript/src/random-key.js';
import { navigate } from '../../routing/router.js';
import { texts } from '../../texts/index.js';
import { Button } from '../../ui/button.js';
import { ErrorNotice } from '../../ui/error-notice.js';
import { ProgressBar } from '../../ui/progress-bar.js';
import { placeWords } from '../places/place-words.js';
import { divide } from './divide.js';
import { batchOf, type Source } from './source.js';
import type { Row, Table } from './table.js';

export interface BatchSenderProps {
  readonly source: Source;
  readonly table: Table;
  readonly onRefused: (refused: ReadonlyMap<number, readonly string[]>) => void;
}

/** Sends the rows of a table as batches, as large as the service accepts them. */
export function BatchSender({ source, table, onRefused }: BatchSenderProps) {
  const { run, isBusy, error } = useAction();
  /** Accepted batches, and the rows in them, so that a second attempt sends only the others. */
  const [sent, setSent] = useState<{ ids: readonly string[]; rows: number }>({ ids: [], rows: 0 });
  const [refused, setRefused] = useState(0);
  const keys = useRef(new Map<string, string>());
  const words = texts.runs;
  useEffect(() => {
    setSent({ ids: [], rows: 0 });
    setRefused(0);
  }, [table.rows.length, source.template?.id]);

  const isFaulty = table.problem !== null || table.rows.some(({ problems }) => problems.length > 0);
  const left = table.rows.slice(sent.rows);
  const base = batchOf(source);
  const parts = divide(left.map(itemOf), JSON.stringify(base).length);

  async function send(): Promise<void> {
    const ids = [...sent.ids];
    let rows = sent.rows;
    onRefused(new Map());
    setRefused(0);
    for (const items of parts) {
      const request: BatchRequest = { ...base, items };
      const body = JSON.stringify(request);
      const idempotencyKey = keys.current.get(body) ?? randomKey();
      keys.current.set(body, idempotencyKey);
      try {
        const batch = await client.peek()!.videos.createBatch(request, { idempotencyKey });
        ids.push(batch.batch_id);
        rows += items.length;
        setSent({ ids, rows });
      } catch (caught) {
        const found = refusedRows(caught, table.rows.slice(rows), source.config);
        onRefused(found);
        setRefused(found.size);
        throw caught;
      }
    }
    navigate(['batches', ids.join(',')]);
  }

  return (
    <div class="batch-sender">
      <Button
        variant="primary"
        icon="play"
        isBusy={isBusy}
        disabled={isFaulty || left.length === 0}
        onClick={() => void run(send)}
      >
        {isBusy ? words.starting(sent.rows, table.rows.length) : words.start(left.length)}
      </Button>
      {parts.length > 1 && <p>{words.divided(parts.length)}</p>}
      {isBusy && <ProgressBar percent={(100 * sent.rows) / table.rows.length} />}
      {sent.rows > 0 && !isBusy && left.length > 0 && <p>{words.partly(sent.rows, left.length)}</p>}
      {refused > 0 && <p class="row-problems">{words.refused(refused)}</p>}
      {error !== null && refused === 0 && <ErrorNotice error={error} />}
    </div>
  );
}

function itemOf({ number, variables }: Row) {
  return { variables, 'client-data': { row: number } };
}

/** What the service says of each row. Pointers count from the first row of the request. */
function refusedRows(
  error: unknown,
  rows: readonly Row[],
  config: unknown,
): ReadonlyMap<number, readonly string[]> {
  const found = new Map<number, string[]>();
  if (!(error instanceof ApiError)) return found;
  for (const { pointer, message } of error.errors) {
    const [, index, rest = ''] = /^\/items\/(\d+)(.*)$/.exec(pointer) ?? [];
    const row = index === undefined ? undefined : rows[Number(index)];
    if (row === undefined) continue;
    const words = found.get(row.number) ?? [];
    const place = rest.replace(/^\/(config|template)(?=\/|$)/, '');
    const where = place === '' ? '' : `${placeWords(config, place)}: `;
    found.set(row.number, [...words, where + message]);
  }
  return found;
}
