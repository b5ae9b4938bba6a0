import type { ParseResult } from '../core/project/parse-project.js';
import { readConfig } from '../core/project/read-config.js';
import type { FontCatalogue } from '../engine/fonts/font-catalogue.js';

export interface ParseSettings {
  /** Caption settings for what a project leaves out, kebab-case. */
  readonly subtitleDefaults: Readonly<Record<string, unknown>>;
  /** True on the command line only: `src` may be a path. */
  readonly localSources: boolean;
}

/** Checks a video config as this installation takes it: with its fonts and its defaults. */
export function parseConfig(
  input: unknown,
  { fonts }: { readonly fonts: FontCatalogue },
  settings: ParseSettings,
): ParseResult {
  return readConfig(input, {
    ...settings,
    resolveFont: (family) => fonts.resolve(family),
    fontFamilies: fonts.families(),
  });
}
