import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Bench, percentiles, print, probe, start, timed } from './load.js';
import { gifOfTinyBlocks } from '../../test/support/gif-files.js';
import { worstInputs } from './worst-inputs.js';

/** Clients that poll the status of the job once a second. */
const POLLERS = 200;
/** A job that takes longer is canceled. */
const LONGEST_JOB_MS = 30_000;

/**
 * How long probes and polls take while a worker renders the costliest requests of each kind, and how
 * long their own answers take. A row of percentiles begins with the median.
 */
export async function measureWorstInputs(bench: Bench): Promise<void> {
  const { service, env, headers, submit } = bench;
  const gif = gifOfTinyBlocks(4_000_000);
  const server = createServer((_, response) => response.end(gif));
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  const host = `127.0.0.1:${port}`;
  const allowed = { VIDEOCRAFT_SOURCES_ALLOWED_HOSTS: host };
  await start(
    'src/worker.js',
    { ...env, ...allowed, VIDEOCRAFT_WORKERS: '1' },
    /(worker is ready)/,
  );
  for (const { name, config } of worstInputs(`http://${host}/blocks.gif`)) {
    const body = JSON.stringify(config);
    const size = `${(body.length / 1_000).toFixed(1)} KB`;
    const answering = timed(
      fetch(`${service.url}/videos`, { method: 'POST', headers: submit, body }),
    );
    const meanwhile = await probe(`${service.url}/live`, headers, answering);
    const { value: answer, ms } = await answering;
    const answered = (await answer.json()) as { job_id?: string; details?: string };
    print(name, size, `${answer.status} in ${ms.toFixed(0)} ms`, ...percentiles(meanwhile));
    if (answered.job_id === undefined) print('', String(answered.details).slice(0, 160));
    else await measureJob(bench, answered.job_id);
  }
  server.close();
}

/** Probes, and polls by many clients, until a job ends, or for so long that the percentiles say enough. */
async function measureJob({ service, headers, submit }: Bench, id: string) {
  const since = performance.now();
  const ended = timed(
    (async () => {
      for (;;) {
        const response = await fetch(`${service.url}/jobs/${id}`, { headers });
        const { data } = (await response.json()) as { data: { status: string; error?: string } };
        const isOver = performance.now() - since > LONGEST_JOB_MS;
        if (isOver || !['pending', 'processing'].includes(data.status)) return data;
        await new Promise((resolve) => setTimeout(resolve, 200));
      }
    })(),
  );
  const status = `${service.url}/jobs/${id}/status`;
  const pollers = Array.from({ length: POLLERS }, async (_, index) => {
    // Spread over the second.
    await new Promise((resolve) => setTimeout(resolve, (index * 1_000) / POLLERS));
    return probe(status, headers, ended, 1_000);
  });
  const [lives, ...polls] = await Promise.all([
    probe(`${service.url}/live`, headers, ended),
    ...pollers,
  ]);
  const { value, ms } = await ended;
  print('', `${value.status} in ${(ms / 1_000).toFixed(1)} s`, value.error?.slice(0, 160) ?? '');
  print('', 'probe p50 / p99', ...percentiles(lives));
  print('', 'poll p50 / p99', ...percentiles(polls.flat()));
  await fetch(`${service.url}/jobs/${id}/cancel`, { method: 'POST', headers: submit, body: '{}' });
}
