import { loadConfig } from '../../config/load-config.js';
import { toTranscriptWord } from '../../core/captions/write/write-transcript.js';
import { decodeSpeech } from '../../engine/media/sound/decode-sound.js';
import { readPcm16 } from '../../engine/recognition/read-pcm.js';
import { createEngines } from '../../pipeline/engines/create-engines.js';
import type { RenderEngines } from '../../pipeline/render-context.js';
import { printWarnings } from '../terminal/exit.js';
import { printRetry } from '../terminal/print-retry.js';
import { openRenderFolder, type RenderFolder } from '../files/render-folder.js';
import { printFailureOrStop, stopSignal } from '../terminal/stop-signal.js';

interface TimeOptions {
  readonly text?: string;
  readonly language: string;
}

/** Prints the words of a recording with their times as JSON. */
export async function timeCommand(audio: string, options: TimeOptions): Promise<void> {
  const signal = stopSignal();
  let folder: RenderFolder | null = null;
  try {
    const config = loadConfig(process.env);
    const engines = await createEngines(config, process.env['PATH'] ?? '');
    folder = await openRenderFolder(config.dataDir);
    const at = { signal, workDir: folder.path };
    const { words, warnings } = await timeWords(audio, options, engines, at);
    process.stdout.write(`${JSON.stringify(words.map(toTranscriptWord), null, 2)}\n`);
    printWarnings(warnings);
  } catch (error) {
    printFailureOrStop(error, signal);
  } finally {
    await folder?.close();
  }
}

async function timeWords(
  audio: string,
  { text, language }: TimeOptions,
  engines: RenderEngines,
  { signal, workDir }: { readonly signal: AbortSignal; readonly workDir: string },
) {
  const media = engines.media.open((retry) => printRetry('the recording', retry));
  try {
    const at = { pointer: '', localSources: true, signal, workDir };
    const source = await media.acquire(audio, at);
    const samples = await readPcm16(await decodeSpeech(source, engines, signal));
    const spoken = { text: text ?? null, language, samples, signal, pointer: '' };
    const { words, warnings } = await engines.words.time(spoken);
    return { words, warnings: [...media.warnings, ...warnings] };
  } finally {
    media.close();
  }
}
