import { type Bench, cpuSecondsOf, load, percentiles, print, start } from './load.js';

/** Polls per round. Rounds alternate, so that both servers share a busy machine fairly. */
const ROUND = 1_000;
const ROUNDS = 20;
/** Warm-up polls, after which both servers are fully compiled. */
const WARM_UP = 8_000;
const SUBMISSIONS = 2_000;
/** Sequential polls that measure latency. */
const SINGLE = 4_000;

/** The cost of polls and submissions, and the latency of polls, idle and beside two renders. */
export async function measureRequests(bench: Bench): Promise<void> {
  const { service, env, headers, submit, mediaHost } = bench;
  const bare = await start('bench/api/bare.js', env, /(http\S+)/);
  const small = JSON.stringify({ scenes: [{ duration: 1, elements: [] }] });
  const created = await fetch(`${service.url}/videos`, {
    method: 'POST',
    headers: submit,
    body: small,
  });
  const { job_id: id } = (await created.json()) as { job_id: string };

  const path = `/jobs/${id}/status`;
  const polls = [service, bare].map((server) => ({ server, cpuSeconds: 0 }));
  for (const { server } of polls) await load(`${server.url}${path}`, WARM_UP, { headers });
  for (let round = 0; round < ROUNDS; round++) {
    for (const side of polls) {
      side.cpuSeconds += await cpuSecondsOf(side.server, path, ROUND, { headers });
    }
  }
  const [one, other] = polls.map((side) => (ROUND * ROUNDS) / side.cpuSeconds) as [number, number];
  print(
    'polls per CPU second',
    one.toFixed(0),
    `bare ${other.toFixed(0)}`,
    (one / other).toFixed(2),
  );
  const submission = { method: 'POST', headers: submit, body: small };
  const submissionSeconds = await cpuSecondsOf(service, '/videos', SUBMISSIONS, submission);
  print(
    'submissions per CPU second',
    (SUBMISSIONS / submissionSeconds).toFixed(0),
    'one transaction each',
  );

  const idle = await load(`${service.url}${path}`, SINGLE, { headers, connections: 1 });
  print('poll p50 / p99, idle', ...percentiles(idle.latencies));
  await start('src/worker.js', { ...env, VIDEOCRAFT_WORKERS: '2' }, /(worker is ready)/);
  const video = { type: 'video', src: `http://${mediaHost}/test/media/background.mp4` };
  for (const color of ['#102030', '#203040']) {
    await fetch(`${service.url}/videos`, {
      method: 'POST',
      headers: submit,
      body: JSON.stringify({
        scenes: [
          {
            duration: 40,
            'background-color': color,
            elements: [{ ...video, loop: true, volume: 0, height: 900 }],
          },
        ],
      }),
    });
  }
  // The earlier submissions are small and finish first.
  await new Promise((resolve) => setTimeout(resolve, 3000));
  const busy = await load(`${service.url}${path}`, SINGLE, { headers, connections: 1 });
  print('poll p50 / p99, two renders', ...percentiles(busy.latencies));
}
