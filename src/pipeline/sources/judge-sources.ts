import { JobFailure } from '../../core/job/job-failure.js';
import type { DamageNote } from '../../core/media/damage.js';
import { sourceKey } from '../../core/sources/source-key.js';
import type { MediaElement, Project } from '../../core/project/types/index.js';
import type { ProbedSource } from '../../engine/media/probe/probe-source.js';

const WHAT_TO_DO =
  'Upload or export it again, or set "accept-damaged" to true to use what there is of it.';

/**
 * What the author of a project should know of damage in its sources, as sentences. What is missing
 * counts wherever in the source an element begins and ends: the lengths that it plans with are wrong.
 *
 * @throws JobFailure MEDIA_INVALID when a source is not whole and its element does not accept that
 */
export function judgeSources(
  project: Project,
  sources: ReadonlyMap<string, ProbedSource>,
): string[] {
  const elements = [...project.scenes.flatMap((scene) => scene.elements), ...project.elements];
  return elements.flatMap((element) =>
    'src' in element ? judge(element, sources.get(sourceKey(element))!) : [],
  );
}

function judge(element: MediaElement, { damage }: ProbedSource): string[] {
  const { pointer, acceptDamaged } = element;
  const concerning = (clauses: readonly DamageNote[]) =>
    clauses.filter((clause) => concerns(element, clause)).map(({ text }) => text);
  const missing = concerning(damage.missing);
  if (missing.length > 0 && !acceptDamaged) {
    const message = `The source is not whole: ${missing.join(', and ')}. ${WHAT_TO_DO}`;
    throw new JobFailure('MEDIA_INVALID', message, pointer);
  }
  return [
    ...missing.map((says) => `The source at ${pointer} is not whole: ${says}.`),
    ...concerning(damage.complaints).map((says) => `The source at ${pointer} is damaged: ${says}.`),
  ];
}

/** What is not seen or not heard may be damaged. */
function concerns(element: MediaElement, { part }: DamageNote): boolean {
  if (part === 'picture') return element.type !== 'audio';
  return part === 'file' || (element.type !== 'image' && element.volume > 0);
}
