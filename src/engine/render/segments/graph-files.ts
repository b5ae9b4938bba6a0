import { mkdir, symlink, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { PictureGraph } from '../../../core/render/filters/filtergraph.js';
import { captionsFile, drawingFile, FONTS_FOLDER } from '../../../core/render/filters/graph.js';
import { linkLuts } from '../../media/formats/link-luts.js';
import { writeLookupTables } from '../../media/formats/source-inputs.js';
import type { StoredSource } from '../../media/formats/stored-source.js';

/**
 * Writes what the filters of a graph read beside its inputs, with the names that they use: drawings, tables, and the
 * font.
 */
export async function writeGraphFiles(
  graph: PictureGraph,
  folder: string,
  font: string,
  sourceOf: (contentHash: string) => StoredSource,
): Promise<void> {
  await linkFont(font, folder);
  await writeDrawings(graph, folder);
  const layers = graph.inputs.flatMap(({ layer }) => layer ?? []);
  const traits = layers.map((layer) => layer.traits);
  const looks = layers.map(({ look }) => look);
  await writeLookupTables(traits, folder);
  await linkLuts(looks, sourceOf, folder);
}

/**
 * Links the font into the fonts folder that filtergraphs name. The folder contains nothing else, because
 * every drawing filter reads all of it.
 */
export async function linkFont(font: string, folder: string): Promise<void> {
  const fonts = join(folder, FONTS_FOLDER);
  await mkdir(fonts);
  await symlink(font, join(fonts, basename(font)));
}

/** Writes the drawings of a graph, with the names that its filters use. */
async function writeDrawings({ captions, drawings }: PictureGraph, folder: string): Promise<void> {
  for (const [index, document] of captions.entries()) {
    await writeFile(join(folder, captionsFile(index)), document);
  }
  for (const [index, { document }] of drawings.entries()) {
    await writeFile(join(folder, drawingFile(index)), document);
  }
}
