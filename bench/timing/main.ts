/**
 * How exact word timing is, and what it costs: `npm run bench:timing`.
 *
 * Scripts are aligned to clips whose true word times are known. The error is that of a word's onset.
 */
import { readdir, readFile } from 'node:fs/promises';
import { createAlignEngine } from '../../src/engine/timing/align-pool.js';
import { readPcm16 } from '../../src/engine/timing/read-pcm.js';
import { WordTimer } from '../../src/engine/timing/word-timer.js';

const FOLDER = new URL('../../../test/media/speech/', import.meta.url);
const KINDS = ['clean', 'noise10', 'music10', 'pause'];
const WAV_HEADER_SAMPLES = 22;

interface Clip {
  readonly text: string;
  readonly words: readonly { readonly w: string; readonly start: number | null }[];
}

const aligner = createAlignEngine(1);
const timer = new WordTimer({ aligner, recognizer: null, cache: null });
const { signal } = new AbortController();
const row = (...cells: readonly (string | number)[]) =>
  process.stdout.write(`${cells.map((cell) => String(cell).padStart(12)).join('')}\n`);

row('kind', 'language', 'clips', 'words', 'median ms', 'p90 ms', 'max ms', 'CPU s/min');
for (const language of ['en', 'none']) for (const kind of KINDS) await report(kind, language);
await aligner.close();

/** @param language one without a model shows the times that are approximate */
async function report(kind: string, language: string): Promise<void> {
  const names = (await readdir(FOLDER)).filter((name) => name.endsWith(`__${kind}.json`));
  const errors: number[] = [];
  let seconds = 0;
  const before = process.cpuUsage();
  for (const name of names) {
    const clip = JSON.parse(await readFile(new URL(name, FOLDER), 'utf8')) as Clip;
    const wav = await readPcm16(new URL(name.replace('.json', '.wav'), FOLDER).pathname);
    const samples = wav.slice(WAV_HEADER_SAMPLES);
    seconds += samples.length / 16_000;
    const { text } = clip;
    const tag = language === 'none' ? 'nl' : language;
    const request = { samples, text, language: tag, pointer: '', signal };
    const { words } = await timer.time(request);
    clip.words.forEach(({ start }, index) => {
      if (start !== null) errors.push(Math.abs(words[index]!.startMs - start * 1000));
    });
  }
  const { user, system } = process.cpuUsage(before);
  errors.sort((a, b) => a - b);
  const at = (share: number) => errors[Math.floor((errors.length - 1) * share)]!.toFixed(0);
  const cost = ((user + system) / 1e6 / seconds) * 60;
  row(kind, language, names.length, errors.length, at(0.5), at(0.9), at(1), cost.toFixed(2));
}
