import { constants, stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Issue } from '../../core/fields/issues.js';
import { isLocalReference, sourceReferencesOf } from '../../core/project/project-files.js';
import type { Project } from '../../core/project/types/index.js';
import { canAccess } from '../../engine/files/path-exists.js';

/** Warns about local files that a project names and that cannot be read. @param folder where relative paths begin */
export async function missingFiles(project: Project, folder: string): Promise<Issue[]> {
  const problems = new Map<string, string | null>();
  const issues: Issue[] = [];
  for (const { src, pointer } of sourceReferencesOf(project)) {
    if (!isLocalReference(src)) continue;
    const path = resolve(folder, src);
    const problem = problems.has(path) ? problems.get(path)! : await problemOf(path);
    problems.set(path, problem);
    if (problem !== null) issues.push({ pointer, message: `The file ${path} ${problem}.` });
  }
  return issues;
}

async function problemOf(path: string): Promise<string | null> {
  const found = await stat(path).catch(() => null);
  if (found === null) return 'does not exist';
  if (found.isDirectory()) return 'is a folder';
  if (found.size === 0 && found.isFile()) return 'is empty';
  return (await canAccess(path, constants.R_OK)) ? null : 'cannot be read';
}
