import { parseProject } from '../core/project/parse-project.js';
import type { ConfigProblem } from './config-error.js';
import { SUBTITLES_PREFIX } from './variables.js';

export type SubtitleDefaults = Readonly<Record<string, string | number | boolean>>;

/** Where the settings stand in the project that they are checked in. */
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
 * What is wrong with the defaults, by the rules of the projects they will complete. Which fonts are
 * installed is not known here; a font that is not is reported for each project that falls back on it.
 */
export function subtitleDefaultProblems(settings: SubtitleDefaults): ConfigProblem[] {
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
      given: JSON.stringify(settings[setting] ?? null),
      allowed: message,
    };
  });
}
