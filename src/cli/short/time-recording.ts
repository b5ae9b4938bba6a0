import { resolve } from 'node:path';
import type { INestApplicationContext } from '@nestjs/common';
import type { VoiceScript } from '../../core/speech/read-voice-script.js';
import { SPEECH_SAMPLE_RATE } from '../../core/timing/voice-activity.js';
import { writtenWords } from '../../core/timing/written-words.js';
import { FfmpegService } from '../../engine/ffmpeg/ffmpeg.service.js';
import { openRenderFolder } from '../../engine/files/render-folder.js';
import { decodeSpeech } from '../../engine/media/sound/decode-sound.js';
import { MediaStore } from '../../engine/media/store/media-store.js';
import { readPcm16 } from '../../engine/recognition/read-pcm.js';
import { SubtitleTimingService } from '../../engine/subtitle-timing/subtitle-timing.service.js';
import type { RecordedText } from './compose-short.js';

/**
 * Finds when each sentence of a text begins in its recording. A scene changes in the middle of the pause before it.
 *
 * @throws JobFailure if the file is no sound, or contains no speech
 */
export async function timeRecording(
  file: string,
  { parts, text }: VoiceScript,
  app: INestApplicationContext,
  { dataDir, signal }: { readonly dataDir: string; readonly signal: AbortSignal },
): Promise<RecordedText> {
  const folder = await openRenderFolder(dataDir);
  try {
    const path = resolve(file);
    const media = app.get(MediaStore, { strict: false });
    const ffmpeg = app.get(FfmpegService, { strict: false });
    const at = { pointer: '', localSources: true, signal, workDir: folder.path };
    const source = await media.acquire(path, at);
    const samples = await readPcm16(await decodeSpeech(source, { ffmpeg, media }, signal));
    const timing = app.get(SubtitleTimingService, { strict: false });
    const { words } = await timing.time({ ...at, text, language: 'auto', samples });
    const starts: number[] = [];
    let first = 0;
    for (const part of parts) {
      if (part.kind !== 'sentence') continue;
      const before = words[first - 1]?.endMs ?? 0;
      starts.push((before + (words[first]?.startMs ?? before)) / 2000);
      first += writtenWords(part.text).length;
    }
    return { path, text, starts, seconds: samples.length / SPEECH_SAMPLE_RATE };
  } finally {
    await folder.close();
  }
}
