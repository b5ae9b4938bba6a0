import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { loadConfig } from '../config/load-config.js';
import { transcriptWord } from '../core/captions/write-transcript.js';
import { decodeSpeech } from '../engine/media/decode-sound.js';
import { readPcm16 } from '../engine/timing/read-pcm.js';
import { createEngines } from '../pipeline/create-engines.js';
import { printFailure, printWarnings } from './exit.js';

/** Prints the words of a script with their times in a recording, as JSON. */
export async function timeCommand(
  audio: string,
  options: { text?: string; language: string },
): Promise<void> {
  const { signal } = new AbortController();
  let workDir: string | null = null;
  try {
    const config = loadConfig(process.env);
    const engines = await createEngines(config, process.env['PATH'] ?? '');
    await mkdir(config.dataDir, { recursive: true });
    workDir = await mkdtemp(join(config.dataDir, 'time-'));
    const at = { pointer: '', localSources: true, signal, workDir };
    const source = await engines.media.acquire(audio, at);
    const samples = await readPcm16(await decodeSpeech(source, engines, signal));
    const { words, warnings } = await engines.words.time({
      text: options.text ?? null,
      language: options.language,
      samples,
      signal,
      pointer: '',
    });
    process.stdout.write(`${JSON.stringify(words.map(transcriptWord), null, 2)}\n`);
    printWarnings(warnings);
  } catch (error) {
    printFailure(error);
  } finally {
    if (workDir !== null) await rm(workDir, { recursive: true, force: true });
  }
}
