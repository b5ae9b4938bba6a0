import { JobFailure } from '../job/job-failure.js';
import type { MediaElement } from '../project/types/index.js';
import { sourceKey } from '../sources/source-key.js';
import type { Probes, SourceProbe } from './types.js';

/** @throws JobFailure MEDIA_INVALID if the source is not of the kind that the element needs */
export function probeOf(element: MediaElement, probes: Probes): SourceProbe {
  const probe = probes.get(sourceKey(element));
  if (!probe) throw new Error(`The source at ${element.pointer} has not been probed.`);
  const fits =
    element.type === 'audio'
      ? probe.audioSamples !== null
      : probe.kind === element.type || probe.kind === 'animation';
  if (fits) return probe;
  const needed = { audio: 'sound', image: 'an image', video: 'a video' }[element.type];
  const actual = {
    audio: 'audio',
    image: 'an image',
    video: 'a video',
    animation: 'an animation',
  }[probe.kind];
  throw new JobFailure(
    'MEDIA_INVALID',
    `This element needs ${needed}, but its source is ${actual}.`,
    element.pointer,
  );
}
