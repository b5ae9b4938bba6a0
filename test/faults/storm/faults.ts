import { setTimeout as delay } from 'node:timers/promises';
import { type Arena, CLOCK_WORKER, NETWORK_WORKER } from './arena.js';
import type { Client } from './client.js';
import type { Host } from './host.js';
import { signal } from './process-tree.js';
import type { FaultKind, ScheduledFault } from './schedule.js';

/** Thrown by a fault that this machine cannot cause. */
export class CannotHappen extends Error {}

/** Causes a fault, and mends what does not mend itself. */
type Cause = (arena: Arena, fault: ScheduledFault, client: Client) => Promise<void>;

const workerOf = ({ workers }: Arena, { worker }: ScheduledFault): Host => workers[worker]!;
const ENCODER_MS = 15_000;
const secondsOf = ({ seconds }: ScheduledFault) => delay(seconds * 1_000);

/** @throws CannotHappen with the reason */
function need<T>(means: T | string | undefined): T {
  if (means === undefined) throw new CannotHappen('nothing of this kind here');
  if (typeof means === 'string') throw new CannotHappen(means);
  return means;
}

async function signalEncoder(
  arena: Arena,
  fault: ScheduledFault,
  name: NodeJS.Signals,
): Promise<void> {
  await arena.encoder.slow(true);
  try {
    for (const end = Date.now() + ENCODER_MS; Date.now() < end; await delay(5)) {
      const { encoders } = await workerOf(arena, fault).below();
      if (encoders.some(({ pid }) => signal(pid, name))) return;
    }
  } finally {
    await arena.encoder.slow(false);
  }
  throw new CannotHappen('no encoder ran within 15 s');
}

async function restart(host: Host, name: NodeJS.Signals): Promise<void> {
  await host.stop(name);
  await host.start();
}

/** Longer than the 10 s after which a worker without a heartbeat loses its job. */
const LONG_SILENCE_MS = 12_000;

/** How each fault is caused. */
export const CAUSES: Readonly<Record<FaultKind, Cause>> = {
  'worker-kill': async (arena, fault) => {
    const { worker } = await workerOf(arena, fault).below();
    if (worker === null || !signal(worker.pid, 'SIGKILL')) throw new CannotHappen('no worker runs');
  },
  'supervisor-kill': (arena, fault) => restart(workerOf(arena, fault), 'SIGKILL'),
  'ffmpeg-kill': (arena, fault) => signalEncoder(arena, fault, 'SIGKILL'),
  'ffmpeg-hang': (arena, fault) => signalEncoder(arena, fault, 'SIGSTOP'),
  'postgres-stop': async ({ postgres }, fault) => {
    await postgres.stop('immediate');
    await secondsOf(fault);
    await postgres.start();
  },
  'api-kill': async ({ api }, fault) => {
    await api.stop('SIGKILL');
    await delay(fault.seconds * 300);
    await api.start();
  },
  'rolling-restart': async ({ hosts }) => {
    for (const host of hosts) await restart(host, 'SIGTERM');
  },
  'link-silent': async (arena, fault) => {
    const { link } = workerOf(arena, fault).options;
    link.set('silent');
    await delay(fault.seconds > 3 ? LONG_SILENCE_MS : fault.seconds * 1_000);
    // The way is open again, but its connections are gone.
    if (fault.seconds % 2 === 0) link.reset();
    link.set('open');
  },
  'link-reset': async (arena, fault) => {
    const { link } = workerOf(arena, fault).options;
    link.set('refuse');
    await delay(fault.seconds * 500);
    link.set('open');
  },
  'host-cut': async ({ network }) => {
    const own = need(network);
    await own.cut();
    await delay(LONG_SILENCE_MS);
    await own.join();
  },
  'accept-lost': async ({ api }, fault) => {
    const side = fault.seconds % 2 === 0 ? 'statement' : 'answer';
    await api.options.link.lose('job.accepted', side, AbortSignal.timeout(10_000));
  },
  'disk-full': async (arena, fault) => {
    const disk = need(arena.disks.get(workerOf(arena, fault).options.dataDir));
    await disk.fill();
    await secondsOf(fault);
    await disk.empty();
  },
  'clock-jump': async ({ clock }, fault) => {
    const own = need(clock);
    await own.jump(fault.seconds % 2 === 0 ? 3_600 : -3_600);
    await secondsOf(fault);
    await own.jump(0);
  },
  'store-errors': ({ store }, fault) => disturb(store, 'errors', fault),
  'store-slow': ({ store }, fault) => disturb(store, 'slow', fault),
  'client-gone': async (_arena, fault, client) => {
    client.leaving = fault.seconds;
  },
};

async function disturb(
  store: Arena['store'],
  trouble: 'errors' | 'slow',
  fault: ScheduledFault,
): Promise<void> {
  if (store.kind === 'folder') throw new CannotHappen('the store is a folder');
  store.disturb(trouble);
  await secondsOf(fault);
  store.disturb(null);
}

/** The machine that a fault hits, whose moment it waits for. Some faults need the worker that has the means. */
export function targetOf({ api, workers }: Arena, { kind, worker }: ScheduledFault): Host {
  if (kind === 'api-kill' || kind === 'accept-lost') return api;
  if (kind === 'host-cut') return workers[NETWORK_WORKER]!;
  return workers[kind === 'clock-jump' ? CLOCK_WORKER : worker]!;
}

/** What a fault takes for itself, so that two faults never mend the same thing. */
export function holdsOf(arena: Arena, fault: ScheduledFault): string[] {
  const { kind } = fault;
  if (kind === 'postgres-stop') return ['postgres', targetOf(arena, fault).name];
  if (kind === 'rolling-restart') return arena.hosts.map(({ name }) => name);
  if (kind === 'store-errors' || kind === 'store-slow') return ['store'];
  if (kind === 'client-gone') return [];
  if (kind === 'disk-full') return ['disk', targetOf(arena, fault).name];
  return [targetOf(arena, fault).name];
}
