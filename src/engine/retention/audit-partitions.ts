import type { EntityManager } from 'typeorm';

/** Partitions are made so many months before they are needed. */
const MONTHS_AHEAD = 3;
const LOCK_TIMEOUT = `SET LOCAL lock_timeout = '5s'`;

interface Partition {
  readonly name: string;
  /** Events in it are older. */
  readonly end: Date;
}

/** Makes the partitions of audit events for the next months, within a transaction. */
export async function makeAuditPartitions(manager: EntityManager): Promise<void> {
  const [row] = await manager.query<[{ months: { name: string; start: string; end: string }[] }]>(
    `SELECT COALESCE(json_agg(json_build_object(
         'name', to_char(month, '"audit_events_"YYYY_MM'),
         'start', month::text || '+00', 'end', (month + interval '1 month')::text || '+00')), '[]') AS months
     FROM generate_series($1::timestamptz AT TIME ZONE 'UTC',
       date_trunc('month', now() AT TIME ZONE 'UTC') + interval '${MONTHS_AHEAD} months',
       interval '1 month') AS month`,
    [(await partitions(manager)).at(-1)?.end ?? null],
  );
  if (row.months.length === 0) return;
  await manager.query(LOCK_TIMEOUT);
  for (const month of row.months) await makePartition(manager, month);
}

/** Also moves the events that came before the partition was made. */
async function makePartition(
  manager: EntityManager,
  { name, start, end }: { readonly name: string; readonly start: string; readonly end: string },
): Promise<void> {
  await manager.query(`CREATE TABLE ${name} (LIKE audit_events INCLUDING DEFAULTS)`);
  await manager.query(
    `WITH moved AS (DELETE FROM audit_events_other WHERE at >= $1 AND at < $2 RETURNING *)
     INSERT INTO ${name} SELECT * FROM moved`,
    [start, end],
  );
  await manager.query(
    `ALTER TABLE audit_events ATTACH PARTITION ${name} FOR VALUES FROM ('${start}') TO ('${end}')`,
  );
}

/** A month of audit events that can be dropped. */
export interface OldMonth {
  readonly name: string;
  readonly end: Date;
  readonly bytes: number;
}

/** The months that are older than so many months, or the oldest ones beyond a size. 0: no bound. */
export async function oldAuditMonths(
  manager: EntityManager,
  { auditMonths, auditBytes }: { readonly auditMonths: number; readonly auditBytes: number },
): Promise<OldMonth[]> {
  if (auditMonths === 0 && auditBytes === 0) return [];
  const [{ oldest, now }] = await manager.query<[{ oldest: Date; now: Date }]>(
    `SELECT now() - $1 * interval '1 month' AS oldest, now() AS now`,
    [auditMonths],
  );
  const months = await manager.query<OldMonth[]>(
    `SELECT name, "end", pg_total_relation_size(name::regclass)::float8 AS bytes FROM (${MONTHS}) AS months
     ORDER BY "end"`,
  );
  let left = months.reduce((sum, { bytes }) => sum + bytes, 0);
  return months.filter(({ end, bytes }) => {
    const isLarge = auditBytes > 0 && left > auditBytes && end <= now;
    const isOld = auditMonths > 0 && end <= oldest;
    if (isLarge || isOld) left -= bytes;
    return isLarge || isOld;
  });
}

/** Drops months of audit events, within a transaction. */
export async function dropAuditMonths(
  manager: EntityManager,
  months: readonly OldMonth[],
): Promise<void> {
  if (months.length > 0) await manager.query(LOCK_TIMEOUT);
  for (const { name } of months) await manager.query(`DROP TABLE ${name}`);
}

const MONTHS = `
  SELECT name, "end" FROM (
    SELECT inhrelid::regclass::text AS name, substring(
      pg_get_expr(relpartbound, inhrelid) FROM $$TO \\('([^']+)'\\)$$)::timestamptz AS "end"
    FROM pg_inherits JOIN pg_class ON pg_class.oid = inhrelid
    WHERE inhparent = 'audit_events'::regclass) AS parts
  WHERE "end" IS NOT NULL`;

/** The partitions of months, oldest first. */
function partitions(manager: EntityManager): Promise<Partition[]> {
  return manager.query<Partition[]>(`${MONTHS} ORDER BY "end"`);
}
