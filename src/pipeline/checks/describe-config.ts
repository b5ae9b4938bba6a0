import { FontCatalog } from '../../engine/fonts/font-catalog.js';
import { HarfbuzzShaper } from '../../engine/fonts/harfbuzz-shaper.js';
import { parseConfig } from '../parse-config.js';
import type { CheckSettings } from './config-checks.js';
import { describeProject, type ProjectDescription } from './describe-project.js';

/** A config to describe, as plain data. */
export interface ConfigToDescribe {
  readonly kind: 'describe';
  /** Valid: it was checked before. */
  readonly config: unknown;
  /** Why nobody recognizes speech, as a clause, or null if somebody does. */
  readonly recognitionProblem: string | null;
}

/** The fonts of this thread. They take a sixth of a second to load. */
const loaded = new Map<string | null, Promise<FontCatalog>>();

/** Describes a config, with the fonts of the service. */
export async function describeConfig(
  { config, recognitionProblem }: ConfigToDescribe,
  settings: CheckSettings,
): Promise<ProjectDescription> {
  const { fontsDir } = settings;
  const loading = loaded.get(fontsDir) ?? FontCatalog.load(fontsDir);
  loaded.set(fontsDir, loading);
  const fonts = await loading;
  const parsed = parseConfig(config, fonts, settings);
  if (!parsed.ok) throw new Error('The config is not valid.');
  const shaper = new HarfbuzzShaper(fonts);
  return describeProject(parsed.project, config, { shaper, recognitionProblem });
}
