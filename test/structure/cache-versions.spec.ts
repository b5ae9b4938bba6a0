import { createHash } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

const SRC = fileURLToPath(new URL('../../src/', import.meta.url));
const RECORD = fileURLToPath(new URL('./cache-versions.json', import.meta.url));

interface Maker {
  /** The constant with the version, and its file: to import them would load the whole engine. */
  readonly version: readonly [constant: string, file: string];
  /** Files and folders that decide about the content of entries. */
  readonly sources: readonly string[];
}

/** What makes the entries of caches that processes of different versions may share. */
const MAKERS: Readonly<Record<string, Maker>> = {
  segments: {
    version: ['SEGMENT_VERSION', 'engine/render/segments/segment-renderer.ts'],
    sources: [
      ...['core/drawing', 'core/h264', 'core/render/filters', 'engine/render/encoders'],
      ...['engine/render/segments/encode-segment.ts', 'engine/render/segments/segment-file.ts'],
      ...['engine/render/segments/segment-filters.ts', 'engine/render/segments/graph-inputs.ts'],
    ],
  },
  raster: { version: ['RASTER_VERSION', 'core/raster/draw-raster.ts'], sources: ['core/raster'] },
  views: {
    version: ['SAMPLER_VERSION', 'engine/views/view-sampler.ts'],
    sources: [
      'engine/views/view-sampler.ts',
      'engine/views/tap-tables.ts',
      ...['engine/views/motion-sampler.ts', 'engine/views/kernel-levels.ts'],
      'engine/views/assembly',
      ...['core/motion', 'core/render/segment/motion-path.ts'],
    ],
  },
  sounds: {
    version: ['SOUND_VERSION', 'engine/render/mp4/sound-encoder.ts'],
    sources: ['core/sound', 'engine/media/sound', 'engine/render/mp4/sound-encoder.ts'],
  },
  sources: {
    version: ['DERIVED_VERSION', 'engine/media/store/media-store.ts'],
    sources: ['engine/media/convert', 'engine/media/probe', 'engine/media/sound'],
  },
  words: {
    version: ['REVISION', 'engine/subtitle-timing/subtitle-timing.service.ts'],
    sources: ['core/alignment', 'core/timing', 'engine/alignment', 'engine/subtitle-timing'],
  },
  voices: {
    version: ['SPEECH_VERSION', 'engine/speech/speech.service.ts'],
    sources: ['engine/speech/engines', 'engine/speech/local', 'engine/speech/speech-file.ts'],
  },
  pages: {
    version: ['HTML_VERSION', 'engine/html/html.service.ts'],
    sources: [
      ...['engine/html/browser-args.ts', 'engine/html/draw-page.ts', 'engine/html/font-folder.ts'],
      ...['engine/html/page-document.ts', 'engine/html/page-fonts.ts'],
      ...['engine/html/page-requests.ts', 'engine/html/picture-file.ts'],
    ],
  },
};

type Records = Record<string, { version: number; sources: string }>;

/** The files of a path, without tests. */
async function filesOf(path: string): Promise<string[]> {
  if (path.endsWith('.ts')) return [path];
  const names = await readdir(join(SRC, path), { recursive: true });
  return names
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.spec.ts'))
    .sort()
    .map((name) => `${path}/${name}`);
}

/** A hash of what the files do: without comments, types, and layout. */
async function digestOf(sources: readonly string[]): Promise<string> {
  const hash = createHash('sha256');
  const compilerOptions = { removeComments: true, target: ts.ScriptTarget.ES2022 };
  for (const file of (await Promise.all(sources.map(filesOf))).flat()) {
    const text = await readFile(join(SRC, file), 'utf8');
    hash.update(ts.transpileModule(text, { compilerOptions }).outputText);
  }
  return hash.digest('hex').slice(0, 16);
}

async function numberIn([constant, file]: Maker['version']): Promise<number> {
  const text = await readFile(join(SRC, file), 'utf8');
  const number = new RegExp(`^export const ${constant} = (\\d+);$`, 'm').exec(text)?.[1];
  if (number === undefined) throw new Error(`${file} has no ${constant}`);
  return Number(number);
}

async function present(): Promise<Records> {
  const entries = Object.entries(MAKERS).map(async ([name, { version, sources }]) => {
    return [name, { version: await numberIn(version), sources: await digestOf(sources) }] as const;
  });
  return Object.fromEntries(await Promise.all(entries));
}

it('a change of what makes cache entries raises its version, or is declared to change no entry', async () => {
  const now = await present();
  if (process.env['UPDATE_CACHE_VERSIONS']) {
    await writeFile(RECORD, `${JSON.stringify(now, null, 2)}\n`);
  }
  const recorded = JSON.parse(await readFile(RECORD, 'utf8')) as Records;
  const changed = Object.keys(now).filter(
    (name) => JSON.stringify(now[name]) !== JSON.stringify(recorded[name]),
  );
  // If other bytes may come out, raise the version of the maker, so that machines of the version before do not
  // share them. Then, or if the same bytes come out, run this test once with UPDATE_CACHE_VERSIONS=1.
  expect(changed).toEqual([]);
}, 200_000);
