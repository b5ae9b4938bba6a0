import { usePolling, useRequest } from '../../api/index.js';
import { hrefOf } from '../../routing/router.js';
import { texts } from '../../texts/index.js';
import { ErrorNotice } from '../../ui/error-notice.js';
import { StatusLabel } from '../../ui/job-status.js';
import { Loading } from '../../ui/loading.js';
import { OperatePage } from '../page/operate-page.js';
import { Pairs } from '../page/pairs.js';
import { type HealthDetails, isHealthy } from './health-details.js';
import './health.css';
import { MachineCards } from './machine-cards.js';
import { FleetTable, WorkerTable } from './worker-tables.js';

const REFRESH_MS = 5_000;

/** How the service is, in words. */
export default function HealthScreen() {
  const request = useRequest(async (api, signal) => ({
    details: await api.request<HealthDetails>({ path: '/health/detailed', signal }),
    at: new Date(),
  }));
  const { data, error, reload } = request;
  usePolling(request, REFRESH_MS);
  const words = texts.operate;
  return (
    <OperatePage
      current="health"
      actions={
        data !== null && <p class="muted">{words.refreshed(data.at.toLocaleTimeString('en'))}</p>
      }
    >
      {error !== null && <ErrorNotice error={error} onRetry={reload} />}
      {data === null && error === null && <Loading />}
      {data !== null && <Details details={data.details} />}
    </OperatePage>
  );
}

function Details({ details }: { details: HealthDetails }) {
  const words = texts.operate.health;
  const isGood = isHealthy(details);
  return (
    <>
      <p class={`health-verdict ${isGood ? 'good' : 'bad'}`} role="status">
        <StatusLabel tone={isGood ? 'done' : 'bad'}>{isGood ? words.good : words.bad}</StatusLabel>
      </p>
      {details.warnings.length > 0 && (
        <section class="card health-warnings" aria-labelledby="health-warnings">
          <h2 id="health-warnings">{words.warnings}</h2>
          <ul>
            {details.warnings.map((warning) => (
              <li key={warning}>{warning}</li>
            ))}
          </ul>
        </section>
      )}
      <div class="operate-cards">
        <Checks details={details} />
        <Queue queue={details.queue} />
        <MachineCards details={details} />
      </div>
      <WorkerTable workers={details.workers.processes} />
      {details.fleet !== null && <FleetTable fleet={details.fleet} />}
    </>
  );
}

function Checks({ details: { checks } }: { details: HealthDetails }) {
  const words = texts.operate.health;
  return (
    <section class="card" aria-labelledby="health-checks">
      <h2 id="health-checks">{words.checks}</h2>
      <Pairs
        pairs={Object.entries(checks).map(([name, { status, problem, reason }]) => ({
          name: words.checkNames[name] ?? name,
          value: (
            <StatusLabel tone={status === 'up' ? 'done' : 'bad'}>
              {status === 'up' ? words.up : words.down}
            </StatusLabel>
          ),
          reason: status === 'up' ? undefined : [problem, reason].filter(Boolean).join(' '),
        }))}
      />
    </section>
  );
}

function Queue({ queue }: { queue: HealthDetails['queue'] }) {
  const words = texts.operate.health;
  return (
    <section class="card" aria-labelledby="health-queue">
      <h2 id="health-queue">{words.queue}</h2>
      {queue === null ? (
        <p class="muted">{words.unknown}</p>
      ) : (
        <>
          <Pairs
            pairs={Object.entries(texts.home.status).map(([status, name]) => ({
              name,
              value: (
                <a href={hrefOf(['operate', 'jobs'], { status })}>
                  {texts.units.number(queue.by_status[status] ?? 0)}
                </a>
              ),
            }))}
          />
          <p class="muted health-note">
            {queue.oldest_pending_seconds > 0
              ? words.oldest(texts.units.took(queue.oldest_pending_seconds))
              : words.noWait}
          </p>
          {queue.processing_without_sign_of_life > 0 && (
            <p class="health-note bad">{words.stalled(queue.processing_without_sign_of_life)}</p>
          )}
        </>
      )}
    </section>
  );
}
