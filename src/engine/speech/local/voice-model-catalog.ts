import type { CatalogModel } from '../../models/model-catalog.js';

/**
 * The voice models that have a name: those of sherpa-onnx that consist of few files. Their checksums are recorded by the
 * first install. Other models are folders.
 */
export const VOICE_CATALOG: readonly CatalogModel[] = [
  vits('ljs', 'English, 1 voice', 'public domain', 114_000_000),
  vits('vctk', 'English, 109 voices', 'CC-BY-4.0', 121_000_000),
];

function vits(name: string, languages: string, licence: string, bytes: number): CatalogModel {
  const folder = `https://huggingface.co/csukuangfj/vits-${name}/resolve/main`;
  const file = (path: string, size: number) => {
    return { name: path, url: `${folder}/${path}`, bytes: size, sha256: null };
  };
  return {
    name: `vits-${name}-en`,
    kind: 'voice (vits)',
    languages,
    licence,
    files: [
      file(`vits-${name}.onnx`, bytes),
      file('lexicon.txt', 4_000_000),
      file('tokens.txt', 1_000),
    ],
  };
}
