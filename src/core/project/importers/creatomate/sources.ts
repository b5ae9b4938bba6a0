import type { SourceFacts } from '../../types/source-facts.js';
import { isJsonObject } from '../../../util/json-object.js';
import { asWritten } from '../as-written.js';
import type { ImportOptions } from '../importer.js';
import type { Members } from '../members.js';
import { propsOf, type Script } from './script.js';

/** Files of the media library have an address by their ID. */
const LIBRARY = 'https://creatomate.com/files/assets/';
const ADDRESS = /^(https?:\/\/|asset:)/i;
const LONGEST_SOURCE = 2000;

/** Where the file of an element is. Null without a source. */
export function addressOf(
  source: unknown,
  { localSources = false }: Pick<ImportOptions, 'localSources'>,
): { readonly src: string; readonly isInLibrary: boolean } | null {
  if (source === undefined || source === null) return null;
  const written = asWritten(source).trim();
  if (written === '') return null;
  if (ADDRESS.test(written) || (localSources && !isId(written)))
    return { src: written, isInLibrary: false };
  const id = encodeURIComponent(written.slice(0, LONGEST_SOURCE));
  return { src: `${LIBRARY}${id}`, isInLibrary: true };
}

const isId = (text: string) => /^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/i.test(text);

/** What is known of the source of an element. Undefined if nothing is, as before sources are fetched. */
export function knownFacts(
  element: Members,
  { options }: Pick<Script, 'options'>,
): SourceFacts | undefined {
  if (element.has('provider')) return undefined;
  const address = addressOf(element.get('source'), options);
  return address === null ? undefined : options.facts?.get(address.src);
}

/** The pictures and the videos of a script, in its order, also those in compositions. */
export function picturesIn(props: Members): Members[] {
  const pictures: Members[] = [];
  const open: Members[] = [props];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const type = next.get('type');
    if (next.get('visible') === false) continue;
    if (type === 'image' || type === 'video') pictures.push(next);
    const list = next.get('elements');
    const at = next.at('elements');
    const inside = (Array.isArray(list) ? list : []).flatMap((item: unknown, index) =>
      isJsonObject(item) ? [propsOf(item, `${at}/${index}`)] : [],
    );
    open.push(...inside.reverse());
  }
  return pictures;
}
