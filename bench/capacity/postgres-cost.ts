/** What a Postgres server has spent so far. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { DataSource } from 'typeorm';

const TICKS_PER_SECOND = 100;

export interface PostgresCost {
  /** CPU time of all its processes, those that have ended included. */
  readonly cpuSeconds: number;
  readonly walBytes: number;
  readonly databaseBytes: number;
  readonly connections: number;
}

export async function postgresCost(source: DataSource): Promise<PostgresCost> {
  const [row] = (await source.query<unknown>(
    `SELECT pg_current_wal_lsn() - '0/0' AS wal, pg_database_size(current_database()) AS size,
       current_setting('data_directory') AS folder,
       (SELECT count(*) FROM pg_stat_activity WHERE backend_type = 'client backend') AS connections`,
  )) as Record<'wal' | 'size' | 'folder' | 'connections', string>[];
  const pidFile = await readFile(join(row!.folder, 'postmaster.pid'), 'utf8');
  return {
    cpuSeconds: await cpuOfFamily(Number(pidFile.split('\n')[0])),
    walBytes: Number(row!.wal),
    databaseBytes: Number(row!.size),
    connections: Number(row!.connections),
  };
}

/** A process, its children, and the children that have ended. */
async function cpuOfFamily(pid: number): Promise<number> {
  let ticks = 0;
  for (const entry of await readdir('/proc')) {
    const stat = await readFile(`/proc/${entry}/stat`, 'latin1').catch(() => '');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const [own, ended] = [fields.slice(11, 13), fields.slice(13, 15)].map((pair) =>
      pair.reduce((sum, text) => sum + Number(text), 0),
    );
    if (Number(entry) === pid) ticks += own! + ended!;
    else if (Number(fields[1]) === pid) ticks += own!;
  }
  return ticks / TICKS_PER_SECOND;
}
