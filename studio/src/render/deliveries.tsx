import { client, hasScope, type Delivery, type Job, useAction } from '../api/index.js';
import { texts } from '../texts/index.js';
import { Button } from '../ui/button.js';
import { ErrorNotice } from '../ui/error-notice.js';
import { StatusLabel, type StatusTone } from '../ui/job-status.js';

const TONES: Readonly<Record<Delivery['state'], StatusTone>> = {
  pending: 'active',
  delivered: 'done',
  failed: 'bad',
};

/** Where the video is brought to, and how far it is. */
export function Deliveries({ job, onChange }: { job: Job; onChange: () => void }) {
  const { run, isBusy, error } = useAction();
  const words = texts.render.deliveries;
  return (
    <section class="job-card" aria-labelledby="job-deliveries">
      <h2 id="job-deliveries">{words.heading}</h2>
      <ul class="delivery-list">
        {job.deliveries.map((delivery) => (
          <li key={delivery.id}>
            <div>
              <p>
                <strong>{delivery.destination}</strong>{' '}
                <StatusLabel tone={TONES[delivery.state]}>
                  {words.states[delivery.state]}
                </StatusLabel>
              </p>
              <p class="delivery-details">
                {words.attempts(delivery.attempts)}
                {delivery.next_attempt_at !== null &&
                  `. ${words.next(texts.units.at(delivery.next_attempt_at))}`}
              </p>
              {delivery.error !== null && <p class="delivery-error">{delivery.error}</p>}
              {delivery.files.map(({ path }) => (
                <code key={path}>{path}</code>
              ))}
            </div>
            {delivery.state === 'failed' && hasScope('videos:write') && (
              <Button
                icon="refresh"
                isBusy={isBusy}
                onClick={() =>
                  void run(async () => {
                    await client.peek()!.jobs.retryDelivery(job.job_id, delivery.id);
                    onChange();
                  })
                }
              >
                {words.retry}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {error !== null && <ErrorNotice error={error} />}
    </section>
  );
}
