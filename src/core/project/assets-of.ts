import { assetIdOf } from '../sources/asset-address.js';
import { flattenElements } from '../timeline/flatten-elements.js';
import { lutsOf } from './element-luts.js';
import { textFontsOf } from './text-fonts.js';
import type { Project } from './types/index.js';

/** A field that names an uploaded file. */
export interface AssetUse {
  readonly id: string;
  /** JSON pointer of the field. */
  readonly pointer: string;
}

/** The uploaded files that a video names, each with the first field that names it. */
export function assetsOf(project: Project): AssetUse[] {
  const first = new Map<string, AssetUse>();
  for (const { src, pointer } of addressesOf(project)) {
    const id = assetIdOf(src);
    if (id !== null && !first.has(id)) first.set(id, { id, pointer });
  }
  return [...first.values()];
}

interface AddressField {
  readonly src: string;
  readonly pointer: string;
}

function* addressesOf(project: Project): Generator<AddressField> {
  for (const { elements } of [...project.scenes, project]) {
    for (const element of flattenElements(elements)) {
      if ('src' in element) yield { src: element.src, pointer: `${element.pointer}/src` };
    }
  }
  yield* textFontsOf(project);
  yield* lutsOf(project);
  const { subtitles } = project;
  if (subtitles !== null) {
    const { captions, settings, pointer } = subtitles;
    if (captions && 'src' in captions) {
      yield { src: captions.src, pointer: `${pointer}/captions` };
    }
    if (settings.fontUrl !== null) {
      yield { src: settings.fontUrl, pointer: `${pointer}/settings/font-url` };
    }
  }
  for (const output of project.outputs) {
    if (output.type === 'video') yield* addressesOf(output.project);
  }
}
