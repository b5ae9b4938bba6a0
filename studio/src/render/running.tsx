import { useEffect, useRef, useState } from 'preact/hooks';
import type { Job } from '../api/index.js';
import { texts } from '../texts/index.js';
import { ProgressBar } from '../ui/progress-bar.js';

/** How far a job is, where it waits, and when it is likely to end. */
export function Running({ job }: { job: Job }) {
  const { status, progress, current_step: step, attempt } = job;
  const words = texts.render;
  const isWaiting = status === 'pending';
  const name = step === null ? '' : (words.steps.names[step] ?? step);
  return (
    <section class="job-card job-progress" aria-label={words.progress}>
      <p class="job-progress-figures">
        <strong>{isWaiting ? texts.home.status.pending : texts.units.percent(progress)}</strong>
        <span>
          {isWaiting ? <QueuePlace place={job.queue_position} /> : <Remaining job={job} />}
        </span>
      </p>
      <ProgressBar percent={isWaiting ? null : progress} label={words.progress} />
      {/* Screen readers say each step, not each percent. */}
      <p class="job-step" role="status">
        {name}
      </p>
      {attempt > 1 && <p class="job-step">{words.attempt(attempt)}</p>}
    </section>
  );
}

function QueuePlace({ place }: { place: number | null }) {
  return <>{place === null ? texts.render.queueUnknown : texts.render.queue(place)}</>;
}

/** Counts down between two estimates of the service. */
function Remaining({ job }: { job: Job }) {
  const { estimated_remaining_seconds: estimate } = job;
  const known = useRef({ estimate, at: Date.now() });
  if (known.current.estimate !== estimate) known.current = { estimate, at: Date.now() };
  useSecond();
  if (estimate === null) return <>{texts.render.estimating}</>;
  const left = Math.max(0, estimate - (Date.now() - known.current.at) / 1000);
  return <>{texts.render.remaining(texts.units.about(left))}</>;
}

/** Draws the component again each second. */
function useSecond(): void {
  const [, setTurn] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => setTurn((turn) => turn + 1), 1_000);
    return () => clearInterval(timer);
  }, []);
}
