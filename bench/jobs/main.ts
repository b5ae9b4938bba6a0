/**
 * Measures what jobs cost a warm service with all its processes, from the request to the file: `npm run bench:jobs`.
 *
 * A service makes one video, and another one makes some more of the same kind that share no segment with it. The cost of
 * a job is the difference, divided. So sources are known, and the start is not counted. Variables such as
 * `VIDEOCRAFT_FFMPEG_BUILD` are those of the services.
 */
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { type Cost, measure } from '../render/measure.js';
import { print } from '../render/report.js';

const PROGRAM = fileURLToPath(new URL('./run-jobs.js', import.meta.url));
const { values } = parseArgs({ options: { runs: { type: 'string', default: '3' } } });
const KINDS = [
  { kind: 'short', title: '2 s at 720p, words with times', more: 20 },
  { kind: 'long', title: 'photos, 93 s of speech with its script, 1080p', more: 2 },
];

for (const { kind, title, more } of KINDS) {
  const costs: number[] = [];
  for (let run = 0; run < Number(values.runs); run++) {
    const one = await service(kind, 1);
    const all = await service(kind, 1 + more);
    costs.push((all.cpuSeconds - one.cpuSeconds) / more);
  }
  costs.sort((a, b) => a - b);
  print(title, [['CPU s of a job', costs.map((cost) => cost.toFixed(2)).join(', ')]]);
}

function service(kind: string, count: number): Promise<Cost> {
  return measure([process.execPath, PROGRAM, kind, String(count)]);
}
