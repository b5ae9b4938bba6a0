import { flattenElements } from '../timeline/flatten-elements.js';
import type { Project, TimelineElement } from './types/index.js';

/** The elements of all scenes, and those that span the video, with those inside of groups and mattes. */
export function elementsOf({
  scenes,
  elements,
}: Pick<Project, 'scenes' | 'elements'>): TimelineElement[] {
  return flattenElements([...scenes.flatMap((scene) => scene.elements), ...elements]);
}
