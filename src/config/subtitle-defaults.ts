import { parseProject } from '../core/project/parse-project.js';
import type { ConfigProblem } from './config-error.js';
import { SUBTITLES_PREFIX } from './variables.js';

export type SubtitleDefaults = Readonly<Record<string, string | number | boolean>>;

/** JSON pointer of the settings in the config that is used to check them. */
const POINTER = '/elements/0/settings';

/** `VIDEOCRAFT_SUBTITLES_FONT_SIZE=48` -> `{ 'font-size': 48 }`. */
export function readSubtitleDefaults(
  env: Readonly<Record<string, string | undefined>>,
): SubtitleDefaults {
  const entries = Object.entries(env).flatMap(([name, text]) => {
    if (!name.startsWith(SUBTITLES_PREFIX) || !text?.trim()) return [];
    const setting = name.slice(SUBTITLES_PREFIX.length).toLowerCase().replaceAll('_', '-');
    return [[setting, scalar(text.trim())] as const];
  });
  return Object.fromEntries(entries);
}

function scalar(text: string): string | number | boolean {
  if (text === 'true' || text === 'false') return text === 'true';
  return /^-?\d{1,15}(\.\d{1,15})?$/.test(text) ? Number(text) : text;
}

/**
 * Checks the defaults like settings in a video config. Installed fonts are not known yet, so a missing font
 * is reported for each config that uses the default.
 */
export function subtitleDefaultProblems(settings: SubtitleDefaults): ConfigProblem[] {
  if (Object.keys(settings).length === 0) return [];
  const project = {
    scenes: [{ duration: 1, elements: [] }],
    elements: [{ type: 'subtitles', text: 'any', settings }],
  };
  const result = parseProject(project, {
    subtitleDefaults: {},
    localSources: false,
    resolveFont: (family) => family,
    fontFamilies: [],
  });
  if (result.ok) return [];
  return result.issues.map(({ pointer, message }) => {
    const setting = pointer.startsWith(`${POINTER}/`) ? pointer.slice(POINTER.length + 1) : '*';
    return {
      name: SUBTITLES_PREFIX + setting.toUpperCase().replaceAll('-', '_'),
      message,
    };
  });
}
