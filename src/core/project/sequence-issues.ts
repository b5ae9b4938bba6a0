import { formatValue, type Issue } from '../fields/issues.js';
import { isEndless, lastsUntilNext, neighborsOf, targetsOf } from '../timeline/sequence-targets.js';
import type { TimelineElement } from './types/index.js';

/**
 * What is wrong with the order of elements that share a scene, a group, or the video: unknown and repeated IDs, elements
 * that wait for each other, and elements after one that never ends.
 */
export function sequenceIssues(elements: readonly TimelineElement[]): Issue[] {
  const named = elements.flatMap(usesOf).flatMap(({ id, pointer }) => {
    const count = elements.filter((element) => element.id === id).length;
    if (count === 1) return [];
    const message =
      count === 0
        ? `No element beside this one has the ID ${formatValue(id)}.`
        : `${count} elements beside this one have the ID ${formatValue(id)}. Give each its own.`;
    return [{ pointer, message }];
  });
  if (named.length > 0) return named;
  const circles = circleIssues(elements);
  return circles.length > 0 ? circles : endlessIssues(elements);
}

interface IdUse {
  readonly id: string;
  readonly pointer: string;
}

function usesOf({ startRule, durationOf, pointer }: TimelineElement): IdUse[] {
  return [
    ...(startRule !== null && 'id' in startRule
      ? [{ id: startRule.id, pointer: `${pointer}/start` }]
      : []),
    ...(durationOf === null ? [] : [{ id: durationOf, pointer: `${pointer}/duration` }]),
  ];
}

/** The elements that are left when those whose times are known are taken away, again and again. */
function circleIssues(elements: readonly TimelineElement[]): Issue[] {
  const targets = targetsOf(elements);
  const waiting = new Map(elements.map((element) => [element, targets.get(element)!.length]));
  const followers = new Map<TimelineElement, TimelineElement[]>();
  for (const [element, others] of targets) {
    for (const other of others) followers.set(other, [...(followers.get(other) ?? []), element]);
  }
  const known = elements.filter((element) => waiting.get(element) === 0);
  for (let element = known.pop(); element !== undefined; element = known.pop()) {
    waiting.delete(element);
    for (const follower of followers.get(element) ?? []) {
      const left = waiting.get(follower)! - 1;
      waiting.set(follower, left);
      if (left === 0) known.push(follower);
    }
  }
  return [...waiting.keys()].map(({ pointer, startRule }) => ({
    pointer: `${pointer}/${startRule === null ? 'duration' : 'start'}`,
    message: 'The times of this element depend on each other in a circle.',
  }));
}

function endlessIssues(elements: readonly TimelineElement[]): Issue[] {
  const { previous, next } = neighborsOf(elements);
  const byId = new Map(elements.map((element) => [element.id, element]));
  const lasts = (element: TimelineElement): boolean => {
    let one: TimelineElement = element;
    while (one.durationOf !== null) one = byId.get(one.durationOf)!;
    return isEndless(one) && !lastsUntilNext(one, next.get(one));
  };
  return elements.flatMap((element) => {
    const { startRule, pointer } = element;
    if (startRule === null || startRule.begins === 'with') return [];
    const before = startRule.begins === 'auto' ? previous.get(element) : byId.get(startRule.id);
    if (before === undefined || !lasts(before)) return [];
    const message = `The element before this one (${before.pointer}) lasts until the end. Set its "duration".`;
    return [{ pointer: `${pointer}/start`, message }];
  });
}
