import { mapElements } from '../timeline/flatten-elements.js';
import { elementsOf } from './elements-of.js';
import type { Lut, LutFile, Project, TimelineElement } from './types/index.js';

/** A lookup table that an element names. */
export interface LutUse extends Lut {
  /** JSON pointer of the field. */
  readonly pointer: string;
}

/** The lookup tables of a project, each use of them. */
export function lutsOf(project: Pick<Project, 'scenes' | 'elements'>): LutUse[] {
  return elementsOf(project).flatMap((element) => {
    const lut = lutOf(element);
    return lut === null ? [] : [{ ...lut, pointer: `${element.pointer}/correction/lut` }];
  });
}

/** A project whose lookup tables are read. */
export function withLuts(project: Project, tableOf: (lut: Lut) => LutFile | null): Project {
  const change = (element: TimelineElement): TimelineElement => {
    if (!('look' in element)) return element;
    const { look } = element;
    const { correction } = look;
    if (!correction?.lut) return element;
    const lut = { ...correction.lut, table: tableOf(correction.lut) };
    return { ...element, look: { ...look, correction: { ...correction, lut } } };
  };
  const scenes = project.scenes.map((scene) => ({
    ...scene,
    elements: mapElements(scene.elements, change),
  }));
  return { ...project, scenes, elements: mapElements(project.elements, change) };
}

function lutOf(element: TimelineElement): Lut | null {
  return 'look' in element ? (element.look.correction?.lut ?? null) : null;
}
