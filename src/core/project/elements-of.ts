import type { Project, TimelineElement } from './types/index.js';

/** The elements of all scenes, and those that span the video. */
export function elementsOf({
  scenes,
  elements,
}: Pick<Project, 'scenes' | 'elements'>): TimelineElement[] {
  return [...scenes.flatMap((scene) => scene.elements), ...elements];
}
