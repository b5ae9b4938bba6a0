import { randomUUID } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { DataSource, type EntityManager } from 'typeorm';
import { briefOptions } from '../database/data-source.js';
import { IDENTITY_KEY, type ObjectStore } from './object-store.js';

/** An arbitrary number that identifies the lock for identities: one process decides at a time. */
const IDENTITY_LOCK = 7_230_142;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Where the identity of a store is compared. */
export interface IdentityCheck {
  /** The URL of a migrated database. */
  readonly databaseUrl: string;
  readonly store: ObjectStore;
  /** A folder on this machine for a temporary file. */
  readonly dataDir: string;
}

/** The store is not the one that has the videos of the database. */
export class WrongStore extends Error {
  override readonly name = 'WrongStore';

  constructor(known: string, store: ObjectStore) {
    super(
      `The videos of this database are in ${known}, but this process is set to ${store.description}. ` +
        'All processes with one DATABASE_URL need the same store: set VIDEOCRAFT_DATA_DIR to one folder that ' +
        'they share, or VIDEOCRAFT_STORAGE=s3 with one bucket and prefix. If the store was moved together with ' +
        `its file ${IDENTITY_KEY}, nothing else is needed. If it begins anew, run: videocraft storage accept`,
    );
  }
}

/**
 * Compares the identity in the store with the one in the database. The first process gives both the same.
 *
 * @throws WrongStore if they differ, and StorageUnavailable
 */
export async function checkStoreIdentity(check: IdentityCheck): Promise<void> {
  await decide(check, async (manager) => {
    const { store, dataDir } = check;
    const [known] = await manager.query<{ id: string; description: string }[]>(
      'SELECT id, description FROM store_identity',
    );
    const found = await readIdentity(store);
    if (known && known.id !== found) throw new WrongStore(known.description, store);
    const id = found ?? (await writeIdentity(store, dataDir));
    await remember(manager, id, store);
  });
}

/** Makes this store the one of the database, whatever it had before. */
export async function acceptStore(check: IdentityCheck): Promise<void> {
  await decide(check, async (manager) => {
    const { store, dataDir } = check;
    const id = (await readIdentity(store)) ?? (await writeIdentity(store, dataDir));
    await remember(manager, id, store);
  });
}

async function remember(manager: EntityManager, id: string, store: ObjectStore): Promise<void> {
  await manager.query(
    `INSERT INTO store_identity (id, description) VALUES ($1, $2)
     ON CONFLICT (only_row) DO UPDATE SET id = $1, description = $2`,
    [id, store.description],
  );
}

async function decide(
  { databaseUrl }: IdentityCheck,
  action: (manager: EntityManager) => Promise<void>,
): Promise<void> {
  const dataSource = await new DataSource(briefOptions(databaseUrl)).initialize();
  try {
    await dataSource.transaction(async (manager) => {
      await manager.query('SELECT pg_advisory_xact_lock($1)', [IDENTITY_LOCK]);
      await action(manager);
    });
  } finally {
    await dataSource.destroy();
  }
}

async function readIdentity(store: ObjectStore): Promise<string | null> {
  const object = await store.open(IDENTITY_KEY, null);
  if (object === null) return null;
  const id = (await buffer(object.stream)).toString().trim();
  if (UUID.test(id)) return id;
  throw new Error(`The file ${IDENTITY_KEY} in ${store.description} is damaged. Remove it.`);
}

async function writeIdentity(store: ObjectStore, dataDir: string): Promise<string> {
  const id = randomUUID();
  const folder = await mkdtemp(join(dataDir, 'store-id-'));
  try {
    const file = join(folder, 'id');
    await writeFile(file, `${id}\n`);
    await store.put(IDENTITY_KEY, file, AbortSignal.timeout(60_000));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  return id;
}
