import { dirname, resolve } from 'node:path';
import { realpath } from 'node:fs/promises';
import type { Config } from '../../config/types.js';
import type { Issue } from '../../core/fields/issues.js';
import { readJson5 } from '../../core/json/read-json5.js';
import { isLocalReference, mapReferences } from '../../core/project/project-files.js';
import { sourceReferencesOf } from '../../core/project/project-files.js';
import type { Project } from '../../core/project/types/index.js';
import { fillVariables } from '../../core/project/variables/declared-variables.js';
import type { FontCatalog } from '../../engine/fonts/font-catalog.js';
import { type ConfigSource, ToolRefusal } from '../../mcp/work/agent-work.js';
import { parseConfig, parseSettings } from '../../pipeline/parse-config.js';
import { readTextFile } from '../files/read-text-file.js';
import type { RootFolder } from './root-folder.js';

/** What a config is checked against. */
export interface LocalSettings {
  readonly root: RootFolder;
  readonly fonts: FontCatalog;
  readonly config: Pick<Config, 'subtitles' | 'limits' | 'browser'>;
}

/** What was read, and from what. */
export interface LocalConfig {
  readonly input: unknown;
  readonly project: Project;
}

/** Times in seconds, or null for the whole video. */
type Stills = readonly number[] | null;

/**
 * Reads a config of an agent. Its sources are inside of the root folder, and named by their real paths from then on,
 * so that a link that changes later selects no other file.
 *
 * @throws ToolRefusal with all issues
 */
export async function readLocalConfig(
  source: ConfigSource,
  stills: Stills,
  { root, fonts, config: installation }: LocalSettings,
): Promise<LocalConfig> {
  const { input, folder } = await inputOf(source, root);
  const filled = fillVariables(withStills(input, stills), [], {});
  const config = filled.ok ? filled.config : withStills(input, stills);
  const parsed = parseConfig(config, fonts, parseSettings(installation, true));
  if (!parsed.ok) throw new ToolRefusal('VALIDATION_ERROR', parsed.issues);
  const paths = new Map<string, string>();
  const issues: Issue[] = [];
  for (const { src, pointer } of sourceReferencesOf(parsed.project)) {
    if (!isLocalReference(src) || paths.has(src)) continue;
    const path = resolve(folder, src);
    const problem = await root.readProblem(path);
    if (problem !== null) issues.push({ pointer, message: problem });
    else paths.set(src, await realpath(path));
  }
  if (issues.length > 0) throw new ToolRefusal('SOURCE_NOT_FOUND', issues);
  const checked = (src: string): string => {
    const path = paths.get(src);
    if (path === undefined && isLocalReference(src)) throw new Error('A path was not checked.');
    return path ?? src;
  };
  return { input, project: mapReferences(parsed.project, checked) };
}

async function inputOf(
  source: ConfigSource,
  root: RootFolder,
): Promise<{ input: unknown; folder: string }> {
  if ('config' in source) return { input: source.config, folder: root.path };
  const { file } = source;
  const problem = await root.readProblem(file);
  if (problem !== null)
    throw new ToolRefusal('INVALID_ARGUMENTS', [{ pointer: '/file', message: problem }]);
  const path = resolve(root.path, file);
  const { text } = await readTextFile(path);
  const read = readJson5(text, 'The file');
  if (!read.ok) throw new ToolRefusal('VALIDATION_ERROR', read.issues);
  return { input: read.value, folder: dirname(path) };
}

function withStills(input: unknown, stills: Stills): unknown {
  return stills === null || typeof input !== 'object' || input === null
    ? input
    : { ...input, stills };
}
