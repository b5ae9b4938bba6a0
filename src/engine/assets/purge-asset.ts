import type { QueryRunner } from 'typeorm';

/**
 * Removes the rows of a deleted asset if no job waits for it, and those of its content if no other asset has it,
 * within a transaction. The lock on the content makes an upload of the same content wait; it then stores its own.
 *
 * @returns the objects to remove after the transaction
 */
export async function purgeAsset(runner: QueryRunner, id: string): Promise<string[]> {
  const [asset] = (await runner.query(
    `SELECT sha256 FROM assets WHERE id = $1 AND deleted_at IS NOT NULL AND NOT EXISTS (
       SELECT 1 FROM job_assets JOIN jobs ON jobs.id = job_id
       WHERE asset_id = assets.id AND status IN ('pending', 'processing'))
     FOR UPDATE OF assets`,
    [id],
  )) as { sha256: string }[];
  if (!asset) return [];
  await runner.query('SELECT 1 FROM asset_contents WHERE sha256 = $1 FOR UPDATE', [asset.sha256]);
  await runner.query('DELETE FROM job_assets WHERE asset_id = $1', [id]);
  await runner.query('DELETE FROM assets WHERE id = $1', [id]);
  const { records } = await runner.query(
    `DELETE FROM asset_contents WHERE sha256 = $1
       AND NOT EXISTS (SELECT 1 FROM assets WHERE sha256 = $1) RETURNING object`,
    [asset.sha256],
    true,
  );
  return (records as { object: string }[]).map(({ object }) => object);
}
