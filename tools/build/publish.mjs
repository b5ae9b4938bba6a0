/**
 * Replaces the files of the programs, or of the studio, so that each is whole at every moment, also if the build is
 * killed: the chunks, whose names depend on their content, come first, then each program takes its place at once.
 */
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';

const RECORD = 'build.json';
/** Folders of files whose names depend on their content. */
const HASHED = /^(chunks|fonts|studio-files)\//;

/** What the last build recorded, or null. */
export async function readRecord(dist) {
  try {
    return JSON.parse(await readFile(join(dist, RECORD), 'utf8'));
  } catch {
    return null;
  }
}

/** Whether the last build had this fingerprint, and all of its files are there. */
export async function isPublished(dist, fingerprint) {
  const record = await readRecord(dist);
  if (record?.fingerprint !== fingerprint) return false;
  const found = await Promise.all(record.files.map((file) => exists(join(dist, file))));
  return found.every(Boolean);
}

/**
 * Writes the files of a build to `dist`. Programs that run, and pages that are open, still load chunks of the build
 * before, so these stay until the next build.
 *
 * @param {string} dist
 * @param {string} fingerprint
 * @param {Map<string, string | Uint8Array>} files
 * @param {string[]} kept folders in `dist` that are not part of the programs
 */
export async function publish(dist, fingerprint, files, kept) {
  const before = await readRecord(dist);
  const [chunks, rest] = partition([...files], ([file]) => HASHED.test(file));
  const [assets, programs] = partition(rest, ([file]) => !file.endsWith('.js'));
  for (const [file, content] of [...chunks, ...assets, ...programs])
    await place(dist, file, content);
  const record = { fingerprint, files: [...files.keys()].sort() };
  await place(dist, RECORD, JSON.stringify(record, null, 2));
  const wanted = new Set([...files.keys(), ...(before?.files ?? []), RECORD]);
  for (const file of await filesOf(dist, kept)) if (!wanted.has(file)) await rm(join(dist, file));
}

async function place(dist, file, content) {
  const target = join(dist, file);
  await mkdir(dirname(target), { recursive: true });
  const unfinished = `${target}.${process.pid}.tmp`;
  await writeFile(unfinished, content);
  await rename(unfinished, target);
}

async function filesOf(dist, kept) {
  const files = [];
  for (const top of await readdir(dist, { withFileTypes: true })) {
    if (kept.includes(top.name)) continue;
    if (!top.isDirectory()) files.push(top.name);
    else {
      const below = await readdir(join(dist, top.name), { recursive: true, withFileTypes: true });
      for (const entry of below) {
        const path = join(entry.parentPath ?? entry.path, entry.name);
        if (!entry.isDirectory()) files.push(relative(dist, path));
      }
    }
  }
  return files;
}

function partition(list, isFirst) {
  return [list.filter((item) => isFirst(item)), list.filter((item) => !isFirst(item))];
}

async function exists(path) {
  return stat(path).then(
    () => true,
    () => false,
  );
}
