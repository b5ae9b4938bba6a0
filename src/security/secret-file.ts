import { randomBytes } from 'node:crypto';
import { link, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';

/** Writes a secret so that it appears whole or not at all, readable by its owner only. */
export async function writeSecret(path: string, secret: string): Promise<void> {
  await withTemporary(path, secret, (temporary) => rename(temporary, path));
}

/**
 * The secret kept in a file; made at the first use. Of processes that start together one wins and
 * all read the same: `link` refuses to replace a file that is already there.
 */
export async function readOrCreateSecret(path: string): Promise<string> {
  const kept = await readSecret(path);
  if (kept !== null) return kept;
  const made = randomBytes(32).toString('base64url');
  await withTemporary(path, made, async (temporary) => {
    await link(temporary, path).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error;
    });
  });
  const secret = await readSecret(path);
  if (secret === null) throw new Error(`The secret in ${path} is empty: delete the file.`);
  return secret;
}

async function readSecret(path: string): Promise<string | null> {
  try {
    return (await readFile(path, 'utf8')).trim() || null;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

async function withTemporary(
  path: string,
  secret: string,
  publish: (temporary: string) => Promise<void>,
): Promise<void> {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  const temporary = `${path}.${randomBytes(6).toString('hex')}`;
  try {
    await writeFile(temporary, `${secret}\n`, { mode: 0o600, flag: 'wx' });
    await publish(temporary);
  } finally {
    await rm(temporary, { force: true });
  }
}
