import { readFile, readlink, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

const BEAT_MS = 1_000;
const POLL_MS = 250;
/** A machine that shows no sign of life for so long is gone. */
const GONE_AFTER_MS = 10_000;

/** The cluster of a data folder, which belongs to one machine at a time. */
export interface ClusterClaim {
  /** @throws ClusterInUse if another machine has taken the cluster since */
  require(): Promise<void>;
  /** @param isLast whether no other process of this machine uses the cluster */
  release(isLast: boolean): Promise<void>;
}

/**
 * Claims the cluster of a data folder for this machine. The lock file of Postgres has a process ID, which says
 * nothing to another machine or container with the same folder: two servers would then destroy the cluster. So
 * the processes of a machine touch a file, and another machine waits until it is left alone.
 *
 * @returns the claim, and whether another machine had the cluster before
 * @throws ClusterInUse if another machine uses the cluster
 */
export async function claimCluster(
  dataDir: string,
): Promise<{ claim: ClusterClaim; isNew: boolean }> {
  const file = join(dataDir, 'postgres-machine');
  const own = await machineId();
  const holder = await readHolder(file);
  const isOther = holder !== null && holder.id !== own;
  if (isOther && (await isBeating(file))) throw inUse(dataDir, holder.host);
  if (holder?.id !== own) await writeFile(file, `${own} ${hostname()}\n`);
  const beat = () => {
    const now = new Date();
    // A folder that takes no changes is noticed elsewhere.
    void utimes(file, now, now).catch(() => {});
  };
  beat();
  const timer = setInterval(beat, BEAT_MS).unref();
  const claim: ClusterClaim = {
    async require() {
      const holder = await readHolder(file);
      if (holder !== null && holder.id !== own) throw inUse(dataDir, holder.host);
    },
    async release(isLast) {
      clearInterval(timer);
      if (isLast && (await readHolder(file))?.id === own) await rm(file, { force: true });
    },
  };
  return { claim, isNew: holder?.id !== own };
}

/** Another machine or container uses the cluster. */
export class ClusterInUse extends Error {
  override readonly name = 'ClusterInUse';
}

function inUse(dataDir: string, host: string): ClusterInUse {
  return new ClusterInUse(
    `The embedded Postgres in ${dataDir} is in use by another machine or container, ${host}. It serves only one. ` +
      'For several, set DATABASE_URL to a Postgres that all of them reach. If that one has just ended, start again.',
  );
}

async function readHolder(file: string): Promise<{ id: string; host: string } | null> {
  const text = await readFile(file, 'utf8').catch(() => null);
  const [id = '', host = ''] = text?.trim().split(' ') ?? [];
  return id === '' ? null : { id, host };
}

/** Compares no clocks, because machines may differ. */
async function isBeating(file: string): Promise<boolean> {
  const first = await touchedAt(file);
  for (let waited = 0; waited < GONE_AFTER_MS; waited += POLL_MS) {
    await delay(POLL_MS);
    const at = await touchedAt(file);
    if (at === null) return false;
    if (at !== first) return true;
  }
  return false;
}

async function touchedAt(file: string): Promise<number | null> {
  return stat(file).then(
    ({ mtimeMs }) => mtimeMs,
    () => null,
  );
}

/** What tells processes that see each other from all others: the start of the kernel and the set of process IDs. */
async function machineId(): Promise<string> {
  const boot = await readFile('/proc/sys/kernel/random/boot_id', 'utf8').catch(() => hostname());
  const processes = await readlink('/proc/self/ns/pid').catch(() => '');
  return `${boot.trim()}${processes}`.replaceAll(/\s/g, '-');
}
