import type { TimelineElement } from '../project/types/index.js';

/** The element before and the element after each one on its track, in the order of the list. */
export interface Neighbors {
  readonly previous: ReadonlyMap<TimelineElement, TimelineElement>;
  readonly next: ReadonlyMap<TimelineElement, TimelineElement>;
}

export function neighborsOf(elements: readonly TimelineElement[]): Neighbors {
  const previous = new Map<TimelineElement, TimelineElement>();
  const next = new Map<TimelineElement, TimelineElement>();
  const last = new Map<number | null, TimelineElement>();
  for (const element of elements) {
    const before = last.get(element.track);
    if (before !== undefined) {
      previous.set(element, before);
      next.set(before, element);
    }
    last.set(element.track, element);
  }
  return { previous, next };
}

/** The elements on which the times of each one depend. Of elements with the same ID, the last one counts. */
export function targetsOf(
  elements: readonly TimelineElement[],
): ReadonlyMap<TimelineElement, readonly TimelineElement[]> {
  const { previous, next } = neighborsOf(elements);
  const byId = new Map(elements.map((element) => [element.id, element]));
  const targets = elements.map((element) => {
    const { startRule, durationOf } = element;
    const others = [
      startRule?.begins === 'auto' ? previous.get(element) : null,
      startRule !== null && 'id' in startRule ? byId.get(startRule.id) : null,
      durationOf === null ? null : byId.get(durationOf),
      lastsUntilNext(element, next.get(element)) ? next.get(element) : null,
    ];
    return [element, others.filter((other) => other !== null && other !== undefined)] as const;
  });
  return new Map(targets);
}

/** Whether an element without a length of its own lasts until the next one on its track. */
export function lastsUntilNext(
  element: TimelineElement,
  next: TimelineElement | undefined,
): boolean {
  if (element.track === null || next === undefined) return false;
  return isEndless(element) && next.startRule?.begins !== 'auto';
}

/** Whether the length of an element is that of its container, whatever its source is. */
export function isEndless(element: TimelineElement): boolean {
  const { duration, durationOf, type } = element;
  if (durationOf !== null || typeof duration === 'number') return false;
  if (type === 'group' && duration === 'natural') return element.elements.every(isEndless);
  if (duration === 'container' || (type !== 'audio' && type !== 'video')) return true;
  return element.loop;
}
