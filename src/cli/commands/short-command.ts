import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { INestApplicationContext } from '@nestjs/common';
import { readVoiceScript, type VoiceScript } from '../../core/speech/read-voice-script.js';
import { counted } from '../../core/util/counted.js';
import { FontCatalog } from '../../engine/fonts/font-catalog.js';
import { SpeechService } from '../../engine/speech/speech.service.js';
import { PipelineModule } from '../../pipeline/pipeline.module.js';
import { RendererService } from '../../pipeline/renderer.service.js';
import { openCommandApp } from '../command-app.js';
import { readTextFile } from '../files/read-text-file.js';
import { writeNewFile } from '../files/write-new-file.js';
import { InputError } from '../input-error.js';
import { RenderRun } from '../render/render-run.js';
import { composeShort, countSentences } from '../short/compose-short.js';
import { findPictures } from '../short/find-pictures.js';
import { timeRecording } from '../short/time-recording.js';
import { commandConfig } from '../terminal/command-config.js';
import { printWarnings } from '../terminal/exit.js';
import { printFailureOrStop, stopSignal } from '../terminal/stop-signal.js';

interface ShortOptions {
  readonly pictures: string;
  readonly output: string;
  readonly force?: boolean;
  readonly speech?: string;
  readonly voice?: string;
  readonly music?: string;
  readonly resolution: string;
  readonly style: string;
  readonly project?: string;
}

const NO_VOICE =
  'No voice engine is configured, so nobody can speak the text. Do one of these:\n' +
  '  --speech recording.mp3                                   use a recording of the text\n' +
  '  export VIDEOCRAFT_VOICES_URL=http://127.0.0.1:8880/v1    an endpoint with the speech API of OpenAI\n' +
  '  export VIDEOCRAFT_VOICES_MODEL=/path/of/a/model          a model on this machine\n' +
  '  export VIDEOCRAFT_VOICES_FILE=/path/of/voices.json       ElevenLabs, Azure, or several engines\n' +
  'docs/voices.md says more.';

/** Makes a video with captions of a text and the pictures of a folder. */
export async function shortCommand(script: string, options: ShortOptions): Promise<void> {
  const signal = stopSignal();
  let app: INestApplicationContext | null = null;
  let folder: string | null = null;
  try {
    const config = commandConfig();
    const text = await readScript(script);
    const pictures = await findPictures(options.pictures);
    app = await openCommandApp(config, PipelineModule);
    const { speech } = options;
    const { engines } = app.get(SpeechService, { strict: false });
    if (speech === undefined && engines.length === 0) throw new InputError(NO_VOICE);
    warnOfUnused(pictures.length, countSentences(text.parts));
    const at = { dataDir: config.dataDir, signal };
    const project = composeShort({
      ...{ parts: text.parts, pictures, resolution: options.resolution, style: options.style },
      recording: speech === undefined ? null : await timeRecording(speech, text, app, at),
      voice: options.voice ?? null,
      music: options.music === undefined ? null : resolve(options.music),
    });
    folder = await mkdtemp(join(tmpdir(), 'videocraft-short-'));
    const name = options.project ?? join(folder, 'project.json');
    const file = await writeNewFile(name, `${JSON.stringify(project, null, 2)}\n`, options.force);
    const [fonts, renderer] = [app.get(FontCatalog), app.get(RendererService)];
    const run = new RenderRun(file, options, { config, fonts, renderer, stream: null });
    await run.render(signal);
  } catch (error) {
    printFailureOrStop(error, signal);
  } finally {
    await app?.close();
    if (folder !== null) await rm(folder, { recursive: true, force: true });
  }
}

async function readScript(file: string): Promise<VoiceScript> {
  const { text, warnings } = await readTextFile(file);
  printWarnings(warnings);
  const script = readVoiceScript(text);
  if (script.text === '') throw new InputError(`${file} contains no words.`);
  return script;
}

function warnOfUnused(pictures: number, sentences: number): void {
  if (pictures <= sentences) return;
  printWarnings([
    `The text has ${counted(sentences, 'sentence')}, so only ${sentences} of ${counted(pictures, 'picture')} ${sentences === 1 ? 'is' : 'are'} shown.`,
  ]);
}
