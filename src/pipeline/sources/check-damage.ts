import { JobFailure } from '../../core/job/job-failure.js';
import type { DamageNote } from '../../core/media/damage.js';
import { elementsOf } from '../../core/project/elements-of.js';
import { sourceKey } from '../../core/sources/source-key.js';
import type { MediaElement, Project } from '../../core/project/types/index.js';
import type { ProbedSource } from '../../engine/media/probe/probe-source.js';

const ADVICE =
  'Export or upload it again, or set "accept-damaged" to true to use the readable part.';

/**
 * Returns warnings about damaged sources. A missing part counts even if the element does not play it,
 * because the length of the source is wrong.
 *
 * @throws JobFailure MEDIA_INVALID when a source is incomplete and its element does not accept damage
 */
export function checkDamage(
  project: Project,
  sources: ReadonlyMap<string, ProbedSource>,
): string[] {
  return elementsOf(project).flatMap((element) =>
    'src' in element ? checkElement(element, sources.get(sourceKey(element))!) : [],
  );
}

function checkElement(element: MediaElement, { damage }: ProbedSource): string[] {
  const { pointer, acceptDamaged } = element;
  const relevant = (notes: readonly DamageNote[]) =>
    notes.filter((note) => isRelevant(element, note)).map(({ text }) => text);
  const missing = relevant(damage.missing);
  if (missing.length > 0 && !acceptDamaged) {
    const message = `The source is incomplete: ${missing.join(', and ')}. ${ADVICE}`;
    throw new JobFailure('MEDIA_INVALID', message, pointer);
  }
  return [
    ...missing.map((text) => `The source at ${pointer} is incomplete: ${text}.`),
    ...relevant(damage.complaints).map((text) => `The source at ${pointer} is damaged: ${text}.`),
  ];
}

/** Damage is relevant only in the streams that the element uses. */
function isRelevant(element: MediaElement, { part }: DamageNote): boolean {
  if (part === 'picture') return element.type !== 'audio';
  return part === 'file' || (element.type !== 'image' && element.volume > 0);
}
