import type { INestApplicationContext } from '@nestjs/common';
import { commandConfig } from '../terminal/command-config.js';
import { toTranscriptWord } from '../../core/captions/write/write-transcript.js';
import { FfmpegModule } from '../../engine/ffmpeg/ffmpeg.module.js';
import { FfmpegService } from '../../engine/ffmpeg/ffmpeg.service.js';
import { MediaModule } from '../../engine/media/media.module.js';
import { decodeSpeech } from '../../engine/media/sound/decode-sound.js';
import { MediaStore } from '../../engine/media/store/media-store.js';
import { readPcm16 } from '../../engine/recognition/read-pcm.js';
import { SubtitleTimingModule } from '../../engine/subtitle-timing/subtitle-timing.module.js';
import { SubtitleTimingService } from '../../engine/subtitle-timing/subtitle-timing.service.js';
import { openCommandApp } from '../command-app.js';
import { printWarnings } from '../terminal/exit.js';
import { ProgressBar } from '../terminal/progress-bar.js';
import { printRetry } from '../terminal/print-retry.js';
import { openRenderFolder, type RenderFolder } from '../../engine/files/render-folder.js';
import { printFailureOrStop, stopSignal } from '../terminal/stop-signal.js';

interface TimeOptions {
  readonly text?: string;
  readonly language: string;
}

/** Prints the words of a recording with their times as JSON. */
export async function timeCommand(audio: string, options: TimeOptions): Promise<void> {
  const signal = stopSignal();
  let app: INestApplicationContext | null = null;
  let folder: RenderFolder | null = null;
  try {
    const config = commandConfig();
    app = await openCommandApp(config, FfmpegModule, MediaModule, SubtitleTimingModule);
    folder = await openRenderFolder(config.dataDir);
    const at = { signal, workDir: folder.path };
    const { words, warnings } = await timeWords(audio, options, app, at);
    process.stdout.write(`${JSON.stringify(words.map(toTranscriptWord), null, 2)}\n`);
    printWarnings(warnings);
  } catch (error) {
    printFailureOrStop(error, signal);
  } finally {
    await folder?.close();
    await app?.close();
  }
}

async function timeWords(
  audio: string,
  { text, language }: TimeOptions,
  app: INestApplicationContext,
  { signal, workDir }: { readonly signal: AbortSignal; readonly workDir: string },
) {
  const [ffmpeg, store] = [app.get(FfmpegService), app.get(MediaStore)];
  const media = store.open((retry) => printRetry('the recording', retry));
  const bar = new ProgressBar(process.stderr);
  const onModel = (fraction: number) =>
    fraction === 1 ? bar.end() : bar.show(100 * fraction, 'model');
  try {
    const at = { pointer: '', localSources: true, signal, workDir };
    const source = await media.acquire(audio, at);
    const samples = await readPcm16(await decodeSpeech(source, { ffmpeg, media: store }, signal));
    const spoken = { text: text ?? null, language, samples, signal, pointer: '', onModel };
    const { words, warnings } = await app.get(SubtitleTimingService).time(spoken);
    return { words, warnings: [...media.warnings, ...warnings] };
  } finally {
    bar.end();
    media.close();
  }
}
