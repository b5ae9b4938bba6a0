import { isFinal } from '../../core/job/job-status.js';
import type { AgentJob } from '../work/agent-work.js';
import { bulleted } from './texts.js';

const MOST_WARNINGS = 10;

/** A job for a model: its state, what it made, and what to do next. */
export function describeJob(job: AgentJob): string {
  const { id, status, progress, step, facts, error, files } = job;
  const lines = [`Job ${id} is ${status}${stateOf(job)}.`];
  if (facts.length > 0) lines.push(`${facts.join('. ')}.`);
  for (const { name, place } of files) lines.push(`${name}: ${place}`);
  if (error !== null) {
    lines.push(`${error.code}${error.pointer ? ` at ${error.pointer}` : ''}: ${error.message}`);
  }
  if (job.warnings.length > 0) lines.push('Warnings:', bulleted(job.warnings, MOST_WARNINGS));
  if (!isFinal(status)) lines.push('Call follow_job with this job to wait for it.');
  if (status === 'completed' && !job.hasStills) {
    lines.push('To check it, call make_still with the same project at its important moments.');
  }
  return lines.join('\n');

  function stateOf({ hasStills }: AgentJob): string {
    if (isFinal(status)) return '';
    const what = hasStills ? ' (stills)' : '';
    return `: ${Math.floor(progress)} %${step === null ? '' : `, step ${step}`}${what}`;
  }
}
