import type { TimelineElement } from '../project/types/index.js';

/** Elements with those inside of their groups and mattes, each after the one that contains it. */
export function flattenElements(elements: readonly TimelineElement[]): TimelineElement[] {
  return elements.flatMap((element) => [element, ...flattenElements(innerElements(element))]);
}

/** The elements of a group, and that of a matte. */
export function innerElements(element: TimelineElement): TimelineElement[] {
  return innerLists(element).flat();
}

/** The lists of elements inside of an element, whose times depend only on each other. */
export function innerLists(element: TimelineElement): (readonly TimelineElement[])[] {
  if (element.type === 'audio') return [];
  return [
    ...(element.type === 'group' ? [element.elements] : []),
    ...(element.matte === null ? [] : [[element.matte.element]]),
  ];
}
