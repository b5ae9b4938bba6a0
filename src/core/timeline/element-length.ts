import type { TimelineElement } from '../project/types/index.js';
import { samplesOfMs } from '../time/time.js';
import { ownLength } from './element-span.js';
import { probeOf } from './probe-of.js';
import type { Probes } from './types.js';

/** The length of an element in samples. Null if it lasts as long as its container. */
export function elementLength(element: TimelineElement, probes: Probes): number | null {
  if ('src' in element) return ownLength(element, probeOf(element, probes));
  if (typeof element.duration === 'number') return samplesOfMs(element.duration);
  const isNatural = element.type === 'group' && element.duration === 'natural';
  return isNatural ? lengthTogether(element.elements, probes) : null;
}

/** Until the last of some elements ends, in samples. Null if none has a length of its own. */
function lengthTogether(elements: readonly TimelineElement[], probes: Probes): number | null {
  const ends = elements.flatMap((element) => {
    const length = elementLength(element, probes);
    return length === null ? [] : [samplesOfMs(element.startMs) + length];
  });
  return ends.length === 0 ? null : Math.max(...ends);
}
