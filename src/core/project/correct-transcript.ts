import { escapeExpressions } from './variables/escape-expressions.js';
import { expandVariables } from './variables/expand-variables.js';

/** What is said, in the words of a request: `words` as in a config, or a script to align. */
export type TranscriptCorrection = { readonly words: unknown } | { readonly text: unknown };

interface RawElement extends Readonly<Record<string, unknown>> {
  readonly type?: unknown;
}

export interface CorrectedConfig {
  readonly config: unknown;
  /** Where the subtitles element stands in it. */
  readonly pointer: string;
}

/**
 * A video config with other words in its captions and all else as it was; what its variables, conditions
 * and iterations stand for is written out, as only then there are elements to change.
 *
 * Words have times from the start of the video, so their element is put over the whole of it; a script
 * stays where the element stands, since it is what is said there.
 *
 * @param config a valid one
 * @returns null when it has no subtitles element
 */
export function correctTranscript(
  config: unknown,
  correction: TranscriptCorrection,
): CorrectedConfig | null {
  const made = correctedElement(expandVariables(config).config, correction);
  if (made === null) return null;
  const { scenes, elements, ...rest } = made.project;
  return {
    pointer: made.pointer,
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

function correctedElement(
  config: unknown,
  correction: TranscriptCorrection,
): { readonly project: RawProject; readonly pointer: string } | null {
  const project = config as RawProject;
  const global = project.elements ?? [];
  const at = global.findIndex(isSubtitles);
  if (at >= 0) {
    const elements = replaced(global, at, corrected(global[at]!, correction));
    return { project: { ...project, elements }, pointer: `/elements/${at}` };
  }
  for (const [index, scene] of project.scenes.entries()) {
    const own = scene.elements ?? [];
    const place = own.findIndex(isSubtitles);
    if (place < 0) continue;
    const element = corrected(own[place]!, correction);
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

function corrected(element: RawElement, correction: TranscriptCorrection): RawElement {
  const kept = Object.fromEntries(
    Object.entries(element).filter(([name]) => !['text', 'words', 'captions'].includes(name)),
  );
  if (element['captions'] === undefined || element['captions'] === null) {
    return { ...kept, ...correction };
  }
  // The offset was for the times of the file; those of its words in the video have it already.
  const settings = { ...(element['settings'] as object | null | undefined), offset: 0 };
  return { ...kept, settings, ...correction };
}
