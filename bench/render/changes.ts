import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { size, subtitles } from './jobs.js';

const MEDIA = fileURLToPath(new URL('../../../test/media/', import.meta.url));
/** 17.5 s. */
const SPEECH = `${MEDIA}speech/u10_flite_rms_long__clean`;
const PHOTOS = ['i0', 'i1', 'i2', 'i0'].map((name) => `${MEDIA}pictures/${name}.jpg`);
const SCENE_SECONDS = 5;
/** The word that is corrected: it is in one of the scenes. */
const CORRECTED = 20;

/** The project files before and after a change. */
export interface Change {
  readonly before: string;
  readonly after: string;
}

/** The picture of one of twelve scenes. @param project J1, whose scenes are repeated */
export async function changedScene(project: string, dir: string): Promise<Change> {
  const config = JSON.parse(await readFile(project, 'utf8')) as {
    scenes: { elements: { src: string }[] }[];
  };
  config.scenes = [...config.scenes, ...config.scenes].map((scene, index) => ({
    ...scene,
    'background-color': `#0000${String(10 + index)}`,
    elements: scene.elements.map((element, at) =>
      at === 0 ? { ...element, opacity: 0.99 } : element,
    ),
  }));
  const before = await save(dir, 'twelve', config);
  config.scenes[4]!.elements[0]!.src = config.scenes[5]!.elements[0]!.src;
  return { before, after: await save(dir, 'twelve-changed', config) };
}

/**
 * One word of the captions of 20 s, in full HD: four photos under speech.
 *
 * @param times whether the times of the words are given, or found with their text
 */
export async function correctedWord(dir: string, times: 'given' | 'aligned'): Promise<Change> {
  const truth = JSON.parse(await readFile(`${SPEECH}.json`, 'utf8')) as {
    words: readonly { w: string; start: number | null; end: number | null }[];
  };
  const words = truth.words
    .map(({ w, start, end }) => ({ word: w, start: start ?? 0, end: end ?? 0 }))
    .filter(({ start, end }) => end > start);
  const config = (shown: typeof words) => ({
    ...size,
    scenes: PHOTOS.map((src) => ({
      duration: SCENE_SECONDS,
      elements: [{ type: 'image', src }],
    })),
    elements: [
      {
        type: 'audio',
        src: `${SPEECH}.wav`,
        ...(times === 'given'
          ? { words: shown }
          : { text: shown.map(({ word }) => word).join(' ') }),
      },
      subtitles,
    ],
  });
  const corrected = words.with(CORRECTED, { ...words[CORRECTED]!, word: 'Corrected' });
  return {
    before: await save(dir, `word-${times}`, config(words)),
    after: await save(dir, `word-${times}-corrected`, config(corrected)),
  };
}

async function save(dir: string, name: string, config: object): Promise<string> {
  const path = join(dir, `${name}.json`);
  await writeFile(path, JSON.stringify(config));
  return path;
}
