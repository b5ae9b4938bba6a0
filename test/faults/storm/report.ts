import type { Findings } from './checks.js';
import type { Storm } from './storm.js';

/** What happened and what was found, as tables. */
export function reportOf({ seed, schedule, happenings, client }: Storm, found: Findings): string {
  const { ends, settledSeconds, videos, problems } = found;
  const caused = happenings.filter(({ skipped }) => skipped === null);
  const met = caused.filter(({ fault, atMoment }) => fault.moment !== null && atMoment);
  const skipped = happenings.filter((happening) => happening.skipped !== null);
  return [
    `FAULTS_SEED=${seed}`,
    `${schedule.jobs.length} jobs, ${caused.length} faults, ${met.length} of them at their moment; ` +
      `all final ${settledSeconds.toFixed(1)} s after the last; ${videos} videos checked`,
    table('Faults', tally(caused.map(({ fault, atMoment }) => faultName(fault, atMoment)))),
    table('Not caused', tally(skipped.map(({ fault, skipped }) => `${fault.kind}: ${skipped}`))),
    table('Jobs', tally(ends.map(({ status, errorCode }) => [status, errorCode ?? ''].join(' ')))),
    table('Attempts', tally(ends.map(({ attempt }) => `${attempt}`))),
    table('Answers to submissions', [...client.answers]),
    problems.length === 0 ? 'No problem.' : `Problems:\n${problems.map(indent).join('\n')}`,
  ].join('\n');
}

function faultName({ kind, moment }: { kind: string; moment: string | null }, atMoment: boolean) {
  return moment === null ? kind : `${kind} at ${atMoment ? moment : 'random'}`;
}

function tally(names: readonly string[]): [string, number][] {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts].sort(([a], [b]) => a.localeCompare(b));
}

function table(title: string, rows: readonly (readonly [string, number])[]): string {
  const lines = rows.map(([name, count]) => indent(`${name.trim().padEnd(44)}${count}`));
  return [`${title}:`, ...(lines.length > 0 ? lines : [indent('none')])].join('\n');
}

function indent(line: string): string {
  return `  ${line}`;
}
