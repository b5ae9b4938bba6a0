import type { DrawnElement, Project, TimelineElement } from '../project/types/index.js';
import { msOfSamples, samplesOfMs } from '../time/time.js';
import { elementLength } from './element-length.js';
import { innerLists } from './flatten-elements.js';
import { isEndless, lastsUntilNext, neighborsOf, targetsOf } from './sequence-targets.js';
import type { Probes } from './types.js';

/** The project with the times of all elements as numbers, once the lengths of their sources are known. */
export function sequenceProject(project: Project, probes: Probes): Project {
  return {
    ...project,
    scenes: project.scenes.map((scene) => ({
      ...scene,
      elements: sequenceElements(scene.elements, probes),
    })),
    elements: sequenceElements(project.elements, probes),
  };
}

/** Start and length in samples from the start of the container. */
interface Place {
  readonly start: number;
  /** Null: until the end of the container. */
  readonly length: number | null;
}

/**
 * Gives the elements of one scene, group, or video their times, and those inside of them. Times in milliseconds may be fractions, so that an element
 * begins with the sample after the last one of the element before it.
 *
 * @param elements whose IDs and order are checked (`sequenceIssues`)
 */
export function sequenceElements(
  given: readonly TimelineElement[],
  probes: Probes,
): readonly TimelineElement[] {
  const elements = given.map((element) => withInnerTimes(element, probes));
  if (elements.every(isPlaced)) return elements;
  const places = placeInOrder(elements, probes);
  return elements.map((element) => {
    if (isPlaced(element)) return element;
    const { start, length } = places.get(element)!;
    // The length of a source stays: it is known from the source again.
    const isGiven = element.durationOf !== null || isEndless(element);
    return {
      ...element,
      startMs: msOfSamples(start),
      ...(isGiven ? { duration: length === null ? 'container' : msOfSamples(length) } : {}),
    };
  });
}

/** An element with the times of the elements inside of it. */
function withInnerTimes(element: TimelineElement, probes: Probes): TimelineElement {
  if (innerLists(element).length === 0 || element.type === 'audio') return element;
  const { matte } = element;
  const [cutting] = matte ? sequenceElements([matte.element], probes) : [];
  const cut = { ...element, matte: matte && { ...matte, element: cutting as DrawnElement } };
  if (cut.type !== 'group') return cut;
  return { ...cut, elements: sequenceElements(cut.elements, probes) };
}

function isPlaced({ startRule, durationOf, track }: TimelineElement): boolean {
  return startRule === null && durationOf === null && track === null;
}

function placeInOrder(elements: readonly TimelineElement[], probes: Probes) {
  const { previous, next } = neighborsOf(elements);
  const byId = new Map(elements.flatMap((element) => (element.id ? [[element.id, element]] : [])));
  const places = new Map<TimelineElement, Place>();
  for (const element of inOrder(elements)) {
    const { startRule, durationOf } = element;
    const of = (other: TimelineElement | undefined) => (other && places.get(other)) ?? null;
    const before = of(previous.get(element));
    const start = startOf(element, {
      before: before && endOf(before),
      named: startRule && 'id' in startRule ? of(byId.get(startRule.id)) : null,
    });
    const own =
      durationOf === null ? elementLength(element, probes) : of(byId.get(durationOf))!.length;
    const follower = next.get(element);
    const until = lastsUntilNext(element, follower) ? of(follower) : null;
    places.set(element, { start, length: until ? Math.max(0, until.start - start) : own });
  }
  return places;
}

/** The elements, each after those on which its times depend. */
function inOrder(elements: readonly TimelineElement[]): TimelineElement[] {
  const targets = targetsOf(elements);
  const done = new Set<TimelineElement>();
  const visit = (element: TimelineElement) => {
    // Chains are as long as the list at most, so they are followed without recursion.
    const open = [element];
    while (open.length > 0) {
      const last = open.at(-1)!;
      const missing = (targets.get(last) ?? []).filter((other) => !done.has(other));
      if (missing.length > 0) open.push(...missing);
      else done.add(open.pop()!);
    }
  };
  elements.forEach(visit);
  return [...done];
}

function startOf(
  { startMs, startRule }: TimelineElement,
  { before, named }: { readonly before: number | null; readonly named: Place | null },
): number {
  if (startRule === null) return samplesOfMs(startMs);
  if (startRule.begins === 'auto') return before ?? 0;
  const { begins, offsetMs } = startRule;
  const from = begins === 'after' ? endOf(named!) : named!.start;
  return Math.max(0, from + samplesOfMs(offsetMs));
}

/** Nothing follows an element that lasts until the end. */
function endOf({ start, length }: Place): number {
  return start + (length ?? 0);
}
