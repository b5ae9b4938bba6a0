import type { QueryRunner } from 'typeorm';

/** Jobs whose rows go to the database in one statement. */
const JOBS_PER_STATEMENT = 50;

/** Assets that a request names were deleted meanwhile. */
export class AssetsGone extends Error {
  override readonly name = 'AssetsGone';

  constructor(readonly ids: readonly string[]) {
    super('Assets were deleted while a request was checked.');
  }
}

interface UsingJob {
  readonly id: string;
  readonly assets?: readonly string[];
}

/**
 * Keeps the assets that jobs name until the jobs have ended, within the transaction that stores the jobs. A deletion
 * waits for its end, so it either sees the jobs or is seen here.
 *
 * @throws AssetsGone
 */
export async function holdAssets(
  runner: QueryRunner,
  keyId: string,
  jobs: readonly UsingJob[],
): Promise<void> {
  const ids = [...new Set(jobs.flatMap(({ assets = [] }) => assets))];
  if (ids.length === 0) return;
  const held = (await runner.query(
    `SELECT id FROM assets WHERE id = ANY($1::uuid[]) AND key_id = $2 AND deleted_at IS NULL
     ORDER BY id FOR SHARE`,
    [ids, keyId],
  )) as { id: string }[];
  const found = new Set(held.map(({ id }) => id));
  const gone = ids.filter((id) => !found.has(id));
  if (gone.length > 0) throw new AssetsGone(gone);
  // Retention counts from here. An hour is exact enough, and saves a write for each job.
  await runner.query(
    `UPDATE assets SET last_used_at = now()
     WHERE id = ANY($1::uuid[]) AND last_used_at < now() - interval '1 hour'`,
    [ids],
  );
  for (let start = 0; start < jobs.length; start += JOBS_PER_STATEMENT) {
    await insertRows(runner, jobs.slice(start, start + JOBS_PER_STATEMENT));
  }
}

async function insertRows(runner: QueryRunner, jobs: readonly UsingJob[]): Promise<void> {
  const rows = jobs.flatMap(({ id, assets = [] }) => assets.map((asset) => [id, asset] as const));
  await runner.query(
    `INSERT INTO job_assets (job_id, asset_id)
     SELECT * FROM unnest($1::uuid[], $2::uuid[]) ON CONFLICT DO NOTHING`,
    [rows.map(([job]) => job), rows.map(([, asset]) => asset)],
  );
}
