import { elementsOf } from './elements-of.js';
import type { Project, TextElement } from './types/index.js';

/** A font file that a text names. */
export interface TextFontUse {
  readonly src: string;
  /** JSON pointer of the first field that names it. */
  readonly pointer: string;
}

/** The font files that the texts of a project name, each once. */
export function textFontsOf(project: Pick<Project, 'scenes' | 'elements'>): TextFontUse[] {
  const first = new Map<string, TextFontUse>();
  const add = (src: string | null, pointer: string) => {
    if (src !== null && !first.has(src)) first.set(src, { src, pointer });
  };
  for (const element of elementsOf(project)) {
    if (element.type !== 'text') continue;
    add(element.settings.fontUrl, `${element.pointer}/settings/font-url`);
    element.runs.forEach(({ settings }, index) =>
      add(settings.fontUrl, `${element.pointer}/runs/${index}/settings/font-url`),
    );
  }
  return [...first.values()];
}

/** A text in the families of its font files. */
export function withTextFonts(
  element: TextElement,
  familyOf: ReadonlyMap<string, string>,
): TextElement {
  if (familyOf.size === 0) return element;
  const family = <T>(src: string | null, own: T) => (src === null ? own : familyOf.get(src)!);
  const { settings, runs } = element;
  return {
    ...element,
    settings: { ...settings, fontFamily: family(settings.fontUrl, settings.fontFamily) },
    runs: runs.map(({ text, settings: run }) => ({
      text,
      settings: { ...run, fontFamily: family(run.fontUrl, run.fontFamily) },
    })),
  };
}
