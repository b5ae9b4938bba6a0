import type { Limits } from '../core/budget/limits.js';
import type { Issue } from '../core/fields/issues.js';
import type { ParseOptions, ParseResult } from '../core/project/parse-project.js';
import { readConfig, templateIssues } from '../core/project/read-config.js';
import type { FontCatalog } from '../engine/fonts/font-catalog.js';

export interface ParseSettings {
  /** Default caption settings, in kebab-case. */
  readonly subtitleDefaults: Readonly<Record<string, unknown>>;
  /** True on the command line only: `src` may be a path. */
  readonly localSources: boolean;
  /** Bounds on what a video may cost. Default: those of a service without settings. */
  readonly limits?: Limits;
}

/** Parses a video config with the fonts and the defaults of this installation. */
export function parseConfig(
  input: unknown,
  fonts: FontCatalog,
  settings: ParseSettings,
): ParseResult {
  return readConfig(input, optionsOf(fonts, settings));
}

/** Returns the issues of a template that do not depend on values that are still missing. */
export function checkTemplate(
  input: unknown,
  fonts: FontCatalog,
  settings: ParseSettings,
  isGivenLater: (name: string) => boolean,
): readonly Issue[] {
  return templateIssues(input, optionsOf(fonts, settings), isGivenLater);
}

function optionsOf(fonts: FontCatalog, settings: ParseSettings): ParseOptions {
  return {
    ...settings,
    resolveFont: (family) => fonts.resolve(family),
    fontFamilies: fonts.families(),
  };
}
