import type { DrawnElement, TimelineElement } from '../project/types/index.js';

/** Elements with those inside of their groups and mattes, each after the one that contains it. */
export function flattenElements(elements: readonly TimelineElement[]): TimelineElement[] {
  return elements.flatMap((element) => [element, ...flattenElements(innerElements(element))]);
}

/** Elements with a change to each of them that contains no others, also inside of groups and mattes. */
export function mapElements(
  elements: readonly TimelineElement[],
  change: (element: TimelineElement) => TimelineElement,
): TimelineElement[] {
  return elements.map((given) => {
    const element = change(given);
    if (element.type === 'audio') return element;
    const { matte } = element;
    const cutting = matte && {
      ...matte,
      element: mapElements([matte.element], change)[0] as DrawnElement,
    };
    return element.type === 'group'
      ? { ...element, matte: cutting, elements: mapElements(element.elements, change) }
      : { ...element, matte: cutting };
  });
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
