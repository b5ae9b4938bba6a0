import type { Issue } from '../core/fields/issues.js';
import type { ParseOptions, ParseResult } from '../core/project/parse-project.js';
import { readConfig, templateIssues } from '../core/project/read-config.js';
import type { FontCatalog } from '../engine/fonts/font-catalog.js';

export interface ParseSettings {
  /** Caption settings for what a project leaves out, kebab-case. */
  readonly subtitleDefaults: Readonly<Record<string, unknown>>;
  /** True on the command line only: `src` may be a path. */
  readonly localSources: boolean;
}

interface Installed {
  readonly fonts: FontCatalog;
}

/** Checks a video config as this installation takes it: with its fonts and its defaults. */
export function parseConfig(
  input: unknown,
  installed: Installed,
  settings: ParseSettings,
): ParseResult {
  return readConfig(input, optionsOf(installed, settings));
}

/** What is wrong in a template, as far as it can be told before its variables are known. */
export function checkTemplate(
  input: unknown,
  installed: Installed,
  settings: ParseSettings,
  isGivenLater: (name: string) => boolean,
): readonly Issue[] {
  return templateIssues(input, optionsOf(installed, settings), isGivenLater);
}

function optionsOf({ fonts }: Installed, settings: ParseSettings): ParseOptions {
  return {
    ...settings,
    resolveFont: (family) => fonts.resolve(family),
    fontFamilies: fonts.families(),
  };
}
