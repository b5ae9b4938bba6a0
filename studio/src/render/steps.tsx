import type { Job } from '../api/index.js';
import { isOpen } from '../jobs/is-open.js';
import { texts } from '../texts/index.js';
import { Icon } from '../ui/icon.js';
import './steps.css';

type State = 'done' | 'running' | 'failed' | 'waiting';

/** The steps of each render. A model is fetched only by the first render that needs it. */
const ORDER = [
  'fetch',
  'probe',
  'timeline',
  'words',
  'captions',
  'plan',
  'segments',
  'assemble',
  'publish',
];

/** The steps of a job, with the time of each. */
export function Steps({ job }: { job: Job }) {
  const words = texts.render.steps;
  const seconds = new Map(job.steps.map((step) => [step.step, step.seconds]));
  const total = [...seconds.values()].reduce<number>((sum, each) => sum + (each ?? 0), 0);
  const rest = isOpen(job) ? ORDER.filter((step) => !seconds.has(step)) : [];
  return (
    <section class="job-card" aria-labelledby="job-steps">
      <h2 id="job-steps">{words.heading}</h2>
      <ol class="step-list">
        {[...seconds.keys(), ...rest].map((step) => {
          const state = stateOf(job, step, seconds.get(step));
          const took = seconds.get(step) ?? null;
          return (
            <li key={step} class={state}>
              <span class="step-mark">
                {state === 'done' && <Icon name="check" />}
                {state === 'failed' && <Icon name="close" />}
                {state === 'running' && <span class="spinner" />}
                <span class="visually-hidden">{words[state]}</span>
              </span>
              <span>{words.names[step] ?? step}</span>
              <meter
                class="step-bar"
                aria-hidden="true"
                min={0}
                max={Math.max(total, 0.001)}
                value={took ?? 0}
              />
              <span class="step-time">{took !== null && texts.units.took(took)}</span>
            </li>
          );
        })}
      </ol>
      {!isOpen(job) && <p class="step-total">{words.total(texts.units.took(total))}</p>}
    </section>
  );
}

function stateOf(job: Job, step: string, seconds: number | null | undefined): State {
  if (typeof seconds !== 'number' && isOpen(job) && job.current_step === step) return 'running';
  if (seconds === undefined) return 'waiting';
  // A job that has failed has begun no other step.
  if (job.status === 'failed' && job.steps.at(-1)?.step === step) return 'failed';
  if (seconds !== null) return 'done';
  return isOpen(job) ? 'running' : 'waiting';
}
