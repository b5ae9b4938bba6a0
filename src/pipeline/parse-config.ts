import type { Config } from '../config/types.js';
import type { Limits } from '../core/budget/limits.js';
import type { Issue } from '../core/fields/issues.js';
import { type Conversion, convertConfig } from '../core/project/convert-config.js';
import type { ParseOptions, ParseResult } from '../core/project/parse-project.js';
import { readConfig, templateIssues } from '../core/project/read-config.js';
import type { FontFamilies } from '../engine/fonts/font-families.js';

export interface ParseSettings {
  /** Default caption settings, in kebab-case. */
  readonly subtitleDefaults: Readonly<Record<string, unknown>>;
  /** True on the command line only: `src` may be a path. */
  readonly localSources: boolean;
  /** Bounds on what a video may cost. Default: those of a service without settings. */
  readonly limits?: Limits;
  /** Whether a browser draws elements of HTML. Default: none does. */
  readonly drawsHtml?: boolean;
}

/** The settings of this installation. @param localSources as in {@link ParseSettings} */
export function parseSettings(
  { subtitles, limits, browser }: Pick<Config, 'subtitles' | 'limits' | 'browser'>,
  localSources: boolean,
): ParseSettings {
  return {
    subtitleDefaults: subtitles,
    localSources,
    limits,
    drawsHtml: browser.path !== null,
  };
}

/** The names of the installed fonts. */
export type Fonts = Pick<FontFamilies, 'families' | 'resolve'>;

/** Parses a video config with the fonts and the defaults of this installation. */
export function parseConfig(input: unknown, fonts: Fonts, settings: ParseSettings): ParseResult {
  return readConfig(input, optionsOf(fonts, settings));
}

/** Converts a config of another system to a video config, with the fonts of this installation. */
export function convert(input: unknown, fonts: Fonts, settings: ParseSettings): Conversion {
  return convertConfig(input, optionsOf(fonts, settings));
}

/** Returns the issues of a template that do not depend on values that are still missing. */
export function checkTemplate(
  input: unknown,
  fonts: Fonts,
  settings: ParseSettings,
  isGivenLater: (name: string) => boolean,
): readonly Issue[] {
  return templateIssues(input, optionsOf(fonts, settings), isGivenLater);
}

function optionsOf(fonts: Fonts, settings: ParseSettings): ParseOptions {
  return {
    ...settings,
    resolveFont: (family) => fonts.resolve(family),
    fontFamilies: fonts.families(),
  };
}
