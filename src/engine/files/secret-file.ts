import { randomBytes } from 'node:crypto';
import { link, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';

/** Writes a secret atomically. Only the owner of the file can read it. */
export async function writeSecret(path: string, secret: string): Promise<void> {
  await withTemporary(path, secret, (temporary) => rename(temporary, path));
}

/**
 * Reads the secret in a file, or creates it at the first use. Processes that start at the same time get
 * the same secret, because `link` does not replace an existing file.
 */
export async function readOrCreateSecret(path: string): Promise<string> {
  const existing = await readSecret(path);
  if (existing !== null) return existing;
  const created = randomBytes(32).toString('base64url');
  await withTemporary(path, created, async (temporary) => {
    await link(temporary, path).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error;
    });
  });
  const secret = await readSecret(path);
  if (secret === null) throw new Error(`The secret file ${path} is empty. Delete it.`);
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
