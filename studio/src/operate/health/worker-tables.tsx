import { hrefOf } from '../../routing/router.js';
import { texts } from '../../texts/index.js';
import { StatusLabel, type StatusTone } from '../../ui/job-status.js';
import { shortId } from '../../ui/short-id.js';
import type { FleetWorker, WorkerProcess } from './health-details.js';

const TONES: Readonly<Record<string, StatusTone>> = {
  idle: 'done',
  rendering: 'active',
  starting: 'active',
  ended: 'bad',
  gone: 'bad',
};

/** The worker processes of the service that answers. */
export function WorkerTable({ workers }: { workers: readonly WorkerProcess[] }) {
  const words = texts.operate.health;
  return (
    <div>
      <h2 id="health-workers" class="health-heading">
        {words.workers}
      </h2>
      {workers.length === 0 && <p class="muted">{words.noWorkers}</p>}
      {workers.length > 0 && (
        <div class="table-frame" tabIndex={0} role="region" aria-labelledby="health-workers">
          <table class="table">
            <thead>
              <tr>
                <th scope="col">{words.process}</th>
                <th scope="col">{words.state}</th>
                <th scope="col">{words.job}</th>
                <th scope="col" class="number">
                  {words.memory}
                </th>
                <th scope="col" class="number">
                  {words.restarts}
                </th>
                <th scope="col">{words.problem}</th>
              </tr>
            </thead>
            <tbody>
              {workers.map((worker, index) => (
                <tr key={worker.pid ?? index}>
                  <th scope="row">{worker.pid ?? ''}</th>
                  <td>
                    <State state={worker.state} />
                  </td>
                  <td>
                    <JobLink job={worker.job} />
                  </td>
                  <td class="number">
                    {worker.memory !== null && texts.units.bytes(worker.memory.resident_bytes)}
                  </td>
                  <td class="number">{worker.restarts}</td>
                  <td class="wide">{worker.problem}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </div>
  );
}

/** The workers that share the queue. */
export function FleetTable({ fleet }: { fleet: readonly FleetWorker[] }) {
  const words = texts.operate.health;
  return (
    <div>
      <h2 id="health-fleet" class="health-heading">
        {words.fleet}
      </h2>
      {fleet.length === 0 && <p class="muted">{words.noWorkers}</p>}
      {fleet.length > 0 && (
        <div class="table-frame" tabIndex={0} role="region" aria-labelledby="health-fleet">
          <table class="table">
            <thead>
              <tr>
                <th scope="col">{words.host}</th>
                <th scope="col">{words.state}</th>
                <th scope="col">{words.job}</th>
                <th scope="col">{words.seen}</th>
                <th scope="col">{words.version}</th>
                <th scope="col">{words.encoder}</th>
                <th scope="col" class="number">
                  {words.cores}
                </th>
                <th scope="col" class="number">
                  {words.free}
                </th>
              </tr>
            </thead>
            <tbody>
              {fleet.map((worker) => (
                <tr key={worker.id}>
                  <th scope="row">{worker.host}</th>
                  <td>
                    <State state={worker.state} />
                  </td>
                  <td>
                    <JobLink job={worker.job} />
                  </td>
                  <td>{words.seenAgo(worker.seen_seconds_ago)}</td>
                  <td>{worker.version}</td>
                  <td>{worker.encoder}</td>
                  <td class="number">{worker.cores}</td>
                  <td class="number">{texts.units.bytes(worker.free_bytes)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </div>
  );
}

function State({ state }: { state: string }) {
  return (
    <StatusLabel tone={TONES[state] ?? 'idle'}>
      {texts.operate.health.states[state] ?? state}
    </StatusLabel>
  );
}

function JobLink({ job }: { job: WorkerProcess['job'] }) {
  if (job === null) return null;
  return (
    <a href={hrefOf(['jobs', job.id])}>
      <code>{shortId(job.id)}</code>
    </a>
  );
}
