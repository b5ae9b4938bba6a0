import { chmod, mkdir } from 'node:fs/promises';
import { FaultyLink } from './faulty-link.js';
import { Host } from './host.js';
import type { Journal } from './journal.js';
import { openClock, type OwnClock } from './own-clock.js';
import { openNetwork, type OwnNetwork } from './own-network.js';
import { freePort, PrivatePostgres } from './private-postgres.js';
import { mountSmallDisk, type SmallDisk } from './small-disk.js';
import { serveSources } from './sources.js';
import type { StormStore } from './storm-store.js';
import { type StubEncoder, writeStubEncoder } from './stub-encoder.js';

/** The worker that has a clock of its own, and the one that has a network of its own. */
export const CLOCK_WORKER = 1;
export const NETWORK_WORKER = 2;

/** What this machine can do wrong, or the reasons why it cannot. */
export interface Means {
  readonly network: OwnNetwork | string;
  readonly clock: OwnClock | string;
  /** By data folder. */
  readonly disks: ReadonlyMap<string, SmallDisk | string>;
}

/** Everything that takes part in a storm. */
export interface Arena extends Means {
  readonly postgres: PrivatePostgres;
  readonly api: Host;
  readonly workers: readonly Host[];
  readonly hosts: readonly Host[];
  readonly url: string;
  readonly encoder: StubEncoder;
  readonly sources: Awaited<ReturnType<typeof serveSources>>;
  readonly store: StormStore;
  readonly journal: Journal;
}

const COMMON = {
  VIDEOCRAFT_RATE_LIMIT_PER_MINUTE: '1000000',
  VIDEOCRAFT_RATE_LIMIT_SHARED: 'false',
  VIDEOCRAFT_SECURITY_ENABLE_AUTH: 'false',
  VIDEOCRAFT_SECURITY_ENABLE_CSRF: 'false',
  VIDEOCRAFT_STORAGE_MIN_FREE_BYTES: '1048576',
};

const openArenas = new Set<Arena>();

/** Starts a private Postgres, one API, and workers with a stub encoder. */
export async function openArena(
  dir: string,
  workers: number,
  store: StormStore,
  journal: Journal,
): Promise<Arena> {
  const means = await openMeans(dir, store);
  const outside = typeof means.network === 'string' ? '127.0.0.1' : means.network.outside;
  const [postgres, encoder, sources, port] = await Promise.all([
    PrivatePostgres.start(`${dir}/postgres`),
    writeStubEncoder(`${dir}/encoder`),
    serveSources(outside),
    freePort(),
  ]);
  const env = {
    ...{ ...COMMON, ...encoder.env, ...(await store.envAt(outside)) },
    VIDEOCRAFT_SOURCES_ALLOWED_HOSTS: sources.host,
    VIDEOCRAFT_SERVER_PORT: String(port),
  };
  const open = async (name: string, more: Record<string, string>, own: OwnNetwork | null) => {
    const address = own?.outside ?? '127.0.0.1';
    const link = await FaultyLink.start(postgres.port, address);
    const dataDir = store.dataDirOf(name);
    const isApi = name === 'api';
    return new Host({
      ...{ name, dataDir, link, journal, prefix: own?.prefix ?? [] },
      program: isApi ? 'main' : 'worker',
      ready: isApi ? /API: +(http:\S+)/ : /worker is ready/,
      env: {
        ...{ ...env, ...more },
        VIDEOCRAFT_DATA_DIR: dataDir,
        VIDEOCRAFT_WORKERS: isApi ? '0' : '1',
        DATABASE_URL: postgres.url(link.port, address),
      },
    });
  };
  const { clock, network } = means;
  const api = await open('api', {}, null);
  const opened: Host[] = [];
  for (let index = 0; index < workers; index++) {
    const more = index === CLOCK_WORKER && typeof clock !== 'string' ? clock.env : {};
    const own = index === NETWORK_WORKER && typeof network !== 'string' ? network : null;
    opened.push(await open(`worker-${index}`, more, own));
  }
  const hosts = [api, ...opened];
  const url = `http://127.0.0.1:${port}/api/v1`;
  const running = { postgres, encoder, sources, store, journal };
  const arena: Arena = { ...means, ...running, api, workers: opened, hosts, url };
  openArenas.add(arena);
  return arena;
}

async function openMeans(dir: string, store: StormStore): Promise<Means> {
  const disks = new Map<string, SmallDisk | string>();
  for (const dataDir of store.dataDirs) {
    await mkdir(dataDir, { recursive: true });
    await chmod(dataDir, 0o755);
    disks.set(dataDir, await mountSmallDisk(dataDir));
  }
  return { disks, network: await openNetwork(), clock: await openClock(dir) };
}

/** Starts the API, which migrates, and then the workers. */
export async function startHosts({ api, workers }: Arena): Promise<void> {
  await api.start();
  await Promise.all(workers.map((worker) => worker.start()));
}

/** Ends what a test leaves that took too long. */
export async function closeArenas(): Promise<void> {
  for (const arena of openArenas) await closeArena(arena);
}

/** Ends everything that still runs. */
export async function closeArena(arena: Arena): Promise<void> {
  if (!openArenas.delete(arena)) return;
  const { hosts, sources, postgres, network, disks, store } = arena;
  await Promise.all(hosts.map((host) => host.stop('SIGKILL')));
  await Promise.all(hosts.map((host) => host.options.link.close()));
  await sources.close();
  await postgres.stop('immediate').catch(() => {});
  await store.close();
  if (typeof network !== 'string') await network.close();
  for (const disk of disks.values()) if (typeof disk !== 'string') await disk.close();
}
