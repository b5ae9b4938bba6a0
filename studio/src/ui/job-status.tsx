import type { ComponentChildren } from 'preact';
import type { JobStatus as Status } from '../api/index.js';
import { texts } from '../texts/index.js';
import './job-status.css';

/** How a state looks: what is well, what is not, what goes on, and what rests. */
export type StatusTone = 'done' | 'bad' | 'active' | 'idle';

const TONES: Readonly<Record<Status['status'], StatusTone>> = {
  pending: 'idle',
  processing: 'active',
  completed: 'done',
  failed: 'bad',
  cancelled: 'idle',
};

/** A state in words, with a mark. */
export function StatusLabel({ tone, children }: { tone: StatusTone; children: ComponentChildren }) {
  return <span class={`status ${tone}`}>{children}</span>;
}

/** The state of a job. @param progress 0 to 100, shown while it is rendered */
export function JobStatusLabel({
  status,
  progress,
}: {
  status: Status['status'];
  progress?: number;
}) {
  return (
    <StatusLabel tone={TONES[status]}>
      {texts.home.status[status]}
      {status === 'processing' && progress !== undefined && ` ${texts.home.progress(progress)}`}
    </StatusLabel>
  );
}
