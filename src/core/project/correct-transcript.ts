import { escapeExpressions } from './variables/escape-expressions.js';
import { expandVariables } from './variables/expand-variables.js';

/** The new transcript from a request: `words` as in a config, or a script to align. */
export type TranscriptCorrection = { readonly words: unknown } | { readonly text: unknown };

interface RawElement extends Readonly<Record<string, unknown>> {
  readonly type?: unknown;
}

export interface CorrectedConfig {
  readonly config: unknown;
  /** JSON pointer of the subtitles element. */
  readonly pointer: string;
}

/**
 * Replaces the words of the captions of a video config and keeps everything else. Variables, conditions,
 * and iterations are expanded, because the element to change may exist only after that.
 *
 * Word times count from the start of the video, so an element with words moves to the whole video. A script
 * stays in its scene, where it is spoken.
 *
 * @param config a valid config
 * @returns null when the config has no subtitles element
 */
export function correctTranscript(
  config: unknown,
  correction: TranscriptCorrection,
): CorrectedConfig | null {
  const corrected = correctSubtitles(expandVariables(config).config, correction);
  if (corrected === null) return null;
  const { scenes, elements, ...rest } = corrected.project;
  return {
    pointer: corrected.pointer,
    config: {
      ...rest,
      scenes: escapeExpressions(scenes),
      ...(elements && { elements: escapeExpressions(elements) }),
    },
  };
}

interface RawProject extends Readonly<Record<string, unknown>> {
  readonly scenes: readonly { readonly elements?: readonly RawElement[] }[];
  readonly elements?: readonly RawElement[];
}

function correctSubtitles(
  config: unknown,
  correction: TranscriptCorrection,
): { readonly project: RawProject; readonly pointer: string } | null {
  const project = config as RawProject;
  const global = project.elements ?? [];
  const at = global.findIndex(isSubtitles);
  if (at >= 0) {
    const elements = replaced(global, at, correctElement(global[at]!, correction));
    return { project: { ...project, elements }, pointer: `/elements/${at}` };
  }
  for (const [index, scene] of project.scenes.entries()) {
    const own = scene.elements ?? [];
    const place = own.findIndex(isSubtitles);
    if (place < 0) continue;
    const element = correctElement(own[place]!, correction);
    const change = (elements: readonly RawElement[]) =>
      replaced(project.scenes, index, { ...scene, elements });
    if ('text' in correction) {
      const scenes = change(replaced(own, place, element));
      return { project: { ...project, scenes }, pointer: `/scenes/${index}/elements/${place}` };
    }
    const scenes = change(own.filter((one) => one !== own[place]));
    const elements = [...global, element];
    return { project: { ...project, scenes, elements }, pointer: `/elements/${global.length}` };
  }
  return null;
}

function replaced<T>(items: readonly T[], at: number, item: T): T[] {
  return items.map((one, index) => (index === at ? item : one));
}

function isSubtitles({ type }: RawElement): boolean {
  return type === 'subtitles';
}

function correctElement(element: RawElement, correction: TranscriptCorrection): RawElement {
  const kept = Object.fromEntries(
    Object.entries(element).filter(([name]) => !['text', 'words', 'captions'].includes(name)),
  );
  if (element['captions'] === undefined || element['captions'] === null) {
    return { ...kept, ...correction };
  }
  // The offset applied to the times in the caption file. The new word times already include it.
  const settings = { ...(element['settings'] as object | null | undefined), offset: 0 };
  return { ...kept, settings, ...correction };
}
