import { childPointer } from '../../../fields/json-pointer.js';
import { isJsonObject } from '../../../util/json-object.js';
import { nearestFamily } from '../../../font-names/nearest-family.js';
import type { Members } from '../members.js';
import type { OwnObject } from '../own-object.js';
import type { Report } from '../report.js';
import type { CustomFont, Edit } from './edit.js';
import { isOpen } from './fields.js';

/** The family of a text without one. */
export const DEFAULT_FAMILY = 'Open Sans';

const plain = (name: string) => name.toLowerCase().replace(/[^a-z0-9]/g, '');
/** What file names add to the name of a family. */
const ADDITIONS = /(variable|variablefont|wght|wdth|opsz|ital|regular|static)+$/;

/** The font files of the timeline. The names of their families are in the files, so those of the files count here. */
export function customFonts(timeline: Members, report: Report): CustomFont[] {
  const list = timeline.get('fonts');
  if (list === undefined) return [];
  if (!Array.isArray(list)) {
    report.note(timeline.at('fonts'), 'Expected "fonts" to be a list, so it has no effect.');
    return [];
  }
  return list.flatMap((font: unknown, index) => {
    const { src } = isJsonObject(font) ? font : {};
    if (typeof src === 'string' && src !== '' && !isOpen(src)) {
      const [path = ''] = src.split(/[?#]/);
      const file = path.slice(path.lastIndexOf('/') + 1).replace(/\.[a-z0-9]{2,5}$/i, '');
      return [{ src, name: plain(decoded(file)) }];
    }
    const at = childPointer(timeline.at('fonts'), index);
    report.note(at, 'A font has the address of its file as "src". This one has no effect.');
    return [];
  });
}

function decoded(file: string): string {
  try {
    return decodeURIComponent(file);
  } catch {
    return file;
  }
}

/** What a text asks for. */
export interface FontRequest {
  readonly family: string;
  readonly weight: number | null;
  /** The place of the family in the original. */
  readonly at: string;
}

/** Sets the family or the file of a font, and its weight, which the name of a family can contain. */
export function setFont(settings: OwnObject, request: FontRequest, edit: Edit): void {
  const { family, weight, at } = request;
  const file = fileOf(family, edit);
  const match = nearestFamily(family, edit.options);
  if (file !== null && (file.isSure || match?.isSame !== true)) {
    settings.set('font-url', file.src, at);
    settings.set('font-weight', weight ?? match?.weight ?? 400, at);
    if (!file.isSure)
      noteOnce(
        request,
        edit,
        `No font file is named after "${family.slice(0, 60)}", so the only one of the timeline is taken.`,
      );
    return;
  }
  if (match === null) return;
  settings.set('font-family', match.family, at);
  settings.set('font-weight', weight ?? match.weight ?? 400, at);
  if (!match.isSame)
    noteOnce(
      request,
      edit,
      `The font "${family.slice(0, 60)}" is not installed, so the text has "${match.family}".`,
    );
}

/** A family is noted at the first text that has it. */
function noteOnce({ family, at }: FontRequest, { saidFonts, report }: Edit, message: string): void {
  if (saidFonts.has(family)) return;
  saidFonts.add(family);
  report.note(at, message);
}

/** The file whose name is that of a family, or the only file. */
function fileOf(family: string, { fonts }: Edit): { src: string; isSure: boolean } | null {
  const wanted = plain(family);
  const same = fonts.find(({ name }) => name === wanted);
  const similar = fonts.find(({ name }) => name.replace(ADDITIONS, '') === wanted);
  const found = same ?? similar;
  if (found !== undefined) return { src: found.src, isSure: true };
  const [only, ...others] = fonts;
  return only !== undefined && others.length === 0 ? { src: only.src, isSure: false } : null;
}
