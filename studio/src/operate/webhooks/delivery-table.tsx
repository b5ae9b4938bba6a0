import type { WebhookDelivery } from '../../api/index.js';
import { hrefOf } from '../../routing/router.js';
import { texts } from '../../texts/index.js';
import { StatusLabel, type StatusTone } from '../../ui/job-status.js';
import { RelativeTime } from '../../ui/relative-time.js';
import { shortId } from '../../ui/short-id.js';

export const DELIVERY_TONES: Readonly<Record<WebhookDelivery['state'], StatusTone>> = {
  pending: 'active',
  delivered: 'done',
  failed: 'bad',
};

export interface DeliveryTableProps {
  readonly deliveries: readonly WebhookDelivery[];
  readonly onShow: (id: string) => void;
}

/** What was sent to webhooks. */
export function DeliveryTable({ deliveries, onShow }: DeliveryTableProps) {
  const words = texts.operate.webhooks;
  return (
    <div class="table-frame" tabIndex={0} role="region" aria-labelledby="webhook-log">
      <table class="table">
        <thead>
          <tr>
            <th scope="col">{words.event}</th>
            <th scope="col">{words.state}</th>
            <th scope="col">{words.to}</th>
            <th scope="col">{words.job}</th>
            <th scope="col">{words.when}</th>
            <th scope="col" class="number">
              {words.attempts}
            </th>
            <th scope="col">{words.answer}</th>
            <th scope="col">
              <span class="visually-hidden">{words.details}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {deliveries.map((delivery) => (
            <tr key={delivery.id}>
              <th scope="row">{words.eventNames[delivery.event]}</th>
              <td>
                <StatusLabel tone={DELIVERY_TONES[delivery.state]}>
                  {words.states[delivery.state]}
                </StatusLabel>
              </td>
              <td class="wide">{delivery.url}</td>
              <td>
                <Origin delivery={delivery} />
              </td>
              <td>
                <RelativeTime at={delivery.created_at} />
              </td>
              <td class="number">{delivery.attempts}</td>
              <td>{delivery.last_attempt !== null && answerOf(delivery.last_attempt)}</td>
              <td class="actions">
                <button
                  type="button"
                  class="small-button"
                  aria-label={words.of(words.details, words.eventNames[delivery.event])}
                  onClick={() => onShow(delivery.id)}
                >
                  {words.details}
                </button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Origin({ delivery: { job_id: job, batch_id: batch } }: { delivery: WebhookDelivery }) {
  if (job !== null) return <a href={hrefOf(['jobs', job])}>{shortId(job)}</a>;
  return batch === null ? null : <a href={hrefOf(['batches', batch])}>{shortId(batch)}</a>;
}

/** What a receiver answered, in short. */
export function answerOf({ status, error }: NonNullable<WebhookDelivery['last_attempt']>): string {
  if (status !== null) return String(status);
  return error ?? texts.operate.webhooks.noAnswer;
}
