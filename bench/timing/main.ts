/**
 * Measures the accuracy and the cost of word timing: `npm run bench:timing`.
 *
 * It aligns scripts to clips with known word times. The error is that of word onsets. In sentences
 * with numbers, signs, and names, it is that of the plain words around them. Then it combines clips
 * with wrong and right scripts, and counts how many of each lead to a warning.
 */
import { readdir, readFile } from 'node:fs/promises';
import { loadConfig } from '../../src/config/load-config.js';
import { createAlignmentEngine } from '../../src/engine/alignment/alignment-engine.js';
import { readPcm16 } from '../../src/engine/recognition/read-pcm.js';
import { SubtitleTimingService } from '../../src/engine/subtitle-timing/subtitle-timing.service.js';
import { plainErrors, readSentences, samplesOf } from '../../test/support/scripts.js';
import { AlignedTiming } from '../../src/engine/subtitle-timing/aligned-timing.js';
import { ApproximateTiming } from '../../src/engine/subtitle-timing/approximate-timing.js';
import { GivenTiming } from '../../src/engine/subtitle-timing/given-timing.js';
import { RecognizedTiming } from '../../src/engine/subtitle-timing/recognized-timing.js';

const FOLDER = new URL('../../../test/media/speech/', import.meta.url);
const SENTENCES = new URL('../../../test/media/scripts/', import.meta.url);
const KINDS = ['clean', 'noise10', 'music10', 'pause'];
const WAV_HEADER_SAMPLES = 22;

interface Clip {
  readonly text: string;
  readonly words: readonly { readonly w: string; readonly start: number | null }[];
}

const aligner = createAlignmentEngine(1);
const timer = new SubtitleTimingService(
  new GivenTiming(),
  new AlignedTiming(aligner),
  new RecognizedTiming(null, loadConfig({})),
  new ApproximateTiming(),
  null,
);
const { signal } = new AbortController();
const row = (...cells: readonly (string | number)[]) =>
  process.stdout.write(`${cells.map((cell) => String(cell).padStart(14)).join('')}\n`);

row('kind', 'language', 'clips', 'words', 'median ms', 'p90 ms', 'max ms', 'CPU s/min');
for (const language of ['en', 'none']) for (const kind of KINDS) await report(kind, language);
for (const name of ['english-espeak', 'english-festival', 'french-espeak']) await numbers(name);
await wrongScripts();
await aligner.close();

/** @param language a language without a model shows approximate times */
async function report(kind: string, language: string): Promise<void> {
  const names = (await readdir(FOLDER)).filter((name) => name.endsWith(`__${kind}.json`));
  const errors: number[] = [];
  let seconds = 0;
  const before = process.cpuUsage();
  for (const name of names) {
    const { clip, samples } = await readClip(name);
    seconds += samples.length / 16_000;
    const { text } = clip;
    const tag = language === 'none' ? 'nl' : language;
    const request = { samples, text, language: tag, pointer: '', signal };
    const { words } = await timer.time(request);
    clip.words.forEach(({ start }, index) => {
      if (start !== null) errors.push(Math.abs(words[index]!.startMs - start * 1000));
    });
  }
  printRow(kind, language, { clips: names.length, errors, seconds, before });
}

interface Measured {
  readonly clips: number;
  readonly errors: number[];
  readonly seconds: number;
  readonly before: NodeJS.CpuUsage;
}

function printRow(kind: string, language: string, { clips, errors, seconds, before }: Measured) {
  const { user, system } = process.cpuUsage(before);
  errors.sort((a, b) => a - b);
  const at = (share: number) => errors[Math.floor((errors.length - 1) * share)]!.toFixed(0);
  const cost = ((user + system) / 1e6 / seconds) * 60;
  row(kind, language, clips, errors.length, at(0.5), at(0.9), at(1), cost.toFixed(2));
}

async function readClip(name: string): Promise<{ clip: Clip; samples: Float32Array }> {
  const clip = JSON.parse(await readFile(new URL(name, FOLDER), 'utf8')) as Clip;
  const wav = await readPcm16(new URL(name.replace('.json', '.wav'), FOLDER).pathname);
  return { clip, samples: wav.slice(WAV_HEADER_SAMPLES) };
}

/** Sentences with numbers, signs, and names. */
async function numbers(name: string): Promise<void> {
  const language = name.startsWith('french') ? 'fr' : 'en';
  const recording = await readSentences(name, SENTENCES);
  const before = process.cpuUsage();
  const errors: number[] = [];
  for (const sentence of recording.sentences) {
    const samples = samplesOf(recording, sentence);
    const request = { samples, text: sentence.script, language, pointer: '', signal };
    errors.push(...plainErrors(sentence, (await timer.time(request)).words));
  }
  const seconds = recording.samples.length / 16_000;
  printRow(name.split('-')[1]!, language, {
    clips: recording.sentences.length,
    errors,
    seconds,
    before,
  });
}

/** Combines right and wrong scripts with every clip, and counts the warnings for each kind. */
async function wrongScripts(): Promise<void> {
  const names = (await readdir(FOLDER)).filter((name) => name.endsWith('.json')).sort();
  const clips = await Promise.all(names.map(readClip));
  const french = (await readSentences('french-espeak', SENTENCES)).sentences.slice(0, 4);
  const third = (text: string, from: number, to: number) => {
    const words = text.split(' ');
    return words.slice(Math.floor((words.length * from) / 3), Math.floor((words.length * to) / 3));
  };
  const kinds: Readonly<Record<string, (text: string, other: string) => string>> = {
    right: (text) => text,
    other: (_text, other) => other,
    french: () => french.map(({ script }) => script).join(' '),
    'twice as long': (text, other) => `${text} ${other}`,
    'no middle': (text) => [...third(text, 0, 1), ...third(text, 2, 3)].join(' '),
    'first third': (text) => third(text, 0, 1).join(' '),
  };
  row('script', '', 'clips', 'warned');
  for (const [kind, scriptOf] of Object.entries(kinds)) {
    let warned = 0;
    let count = 0;
    for (const [index, { clip, samples }] of clips.entries()) {
      const other = clips[(index + 7) % clips.length]!.clip.text;
      if (other === clip.text) continue;
      const text = scriptOf(clip.text, other);
      const request = { samples, text, language: 'en', pointer: '', signal };
      const { warnings } = await timer.time(request);
      count++;
      if (warnings.length > 0) warned++;
    }
    row(kind, '', count, warned);
  }
}
