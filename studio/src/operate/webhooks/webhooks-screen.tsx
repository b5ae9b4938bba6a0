import { useState } from 'preact/hooks';
import { usePages, usePolling, useRequest, type WebhookDelivery } from '../../api/index.js';
import { texts } from '../../texts/index.js';
import { EmptyState } from '../../ui/empty-state.js';
import { ErrorNotice } from '../../ui/error-notice.js';
import { Select } from '../../ui/field.js';
import { Loading } from '../../ui/loading.js';
import { Pager } from '../../ui/pager.js';
import { OperatePage } from '../page/operate-page.js';
import { DeliveryDialog } from './delivery-dialog.js';
import { DeliveryTable } from './delivery-table.js';
import { OwnWebhook } from './own-webhook.js';

const PAGE_SIZE = 50;
const LIVE_MS = 3_000;
const IDLE_MS = 15_000;

type State = WebhookDelivery['state'];
type Event = WebhookDelivery['event'];

/** The webhook of the key, and what was sent. */
export default function WebhooksScreen() {
  const [state, setState] = useState<State | ''>('');
  const [event, setEvent] = useState<Event | ''>('');
  const [shown, setShown] = useState<string | null>(null);
  const pages = usePages([state, event]);
  const request = useRequest(
    (api, signal) =>
      api.webhooks.deliveries({
        ...{ limit: PAGE_SIZE, cursor: pages.cursor, signal },
        state: state === '' ? undefined : state,
        event: event === '' ? undefined : event,
      }),
    [pages.cursor, state, event],
  );
  const { data, error, reload } = request;
  const isLive = data?.deliveries.some((delivery) => delivery.state === 'pending') === true;
  usePolling(request, isLive ? LIVE_MS : IDLE_MS);
  const words = texts.operate.webhooks;
  return (
    <OperatePage current="webhooks" about={words.about}>
      <OwnWebhook onSent={reload} />
      <div class="webhook-log">
        <h2 id="webhook-log">{words.deliveries}</h2>
        <div class="filters">
          <Select<State | ''>
            label={words.state}
            value={state}
            options={[{ value: '', label: words.all }, ...optionsOf(words.states)]}
            onValue={setState}
          />
          <Select<Event | ''>
            label={words.event}
            value={event}
            options={[{ value: '', label: words.all }, ...optionsOf(words.eventNames)]}
            onValue={setEvent}
          />
        </div>
        {error !== null && <ErrorNotice error={error} onRetry={reload} />}
        {data === null && error === null && <Loading />}
        {data?.deliveries.length === 0 && (
          <EmptyState level={3} heading={words.empty} about={words.emptyAbout} />
        )}
        {data !== null && data.deliveries.length > 0 && (
          <DeliveryTable deliveries={data.deliveries} onShow={setShown} />
        )}
        {data !== null && <Pager pages={pages} next={data.pagination.next_cursor} />}
      </div>
      <DeliveryDialog id={shown} onClose={() => setShown(null)} onSent={reload} />
    </OperatePage>
  );
}

function optionsOf<T extends string>(names: Readonly<Record<T, string>>) {
  return (Object.keys(names) as T[]).map((value) => ({ value, label: names[value] }));
}
