import { modelStoreOf } from '../../engine/models/model-store-of.js';
import { MODEL_CATALOG } from '../../engine/models/model-catalog.js';
import type { ListedModel, ModelStore } from '../../engine/models/model-store.js';
import { VOICE_CATALOG } from '../../engine/speech/local/voice-model-catalog.js';
import { commandConfig } from '../terminal/command-config.js';
import { printRetry } from '../terminal/print-retry.js';
import { ProgressBar } from '../terminal/progress-bar.js';
import { printFailureOrStop, stopSignal } from '../terminal/stop-signal.js';

export interface ListOptions {
  readonly json?: boolean;
}

export interface RemoveOptions {
  readonly forgetChecksums?: boolean;
}

export function listModels({ json }: ListOptions): Promise<void> {
  return withStore(async (store) => printList(await store.list(), json));
}

export function installModel(name: string): Promise<void> {
  return withStore(async (store, signal) => print(await install(store, name, signal)));
}

export function printModelPath(name: string): Promise<void> {
  return withStore((store, signal) => printPath(store, name, signal));
}

export function removeModel(
  name: string,
  { forgetChecksums = false }: RemoveOptions,
): Promise<void> {
  return withStore(async (store) => {
    await store.remove(name, forgetChecksums);
    print(`Removed ${name}`);
  });
}

async function withStore(
  action: (store: ModelStore, signal: AbortSignal) => Promise<void>,
): Promise<void> {
  const signal = stopSignal();
  try {
    await action(modelStoreOf(commandConfig(), [...MODEL_CATALOG, ...VOICE_CATALOG]), signal);
  } catch (error) {
    printFailureOrStop(error, signal);
  }
}

async function install(store: ModelStore, name: string, signal: AbortSignal): Promise<string> {
  const bar = new ProgressBar(process.stderr);
  try {
    return await store.install(name, {
      signal,
      onProgress: (done, total) =>
        bar.show((done / total) * 100, `${name}, ${megabytes(done)} of ${megabytes(total)} MB`),
      onRetry: (retry) => {
        bar.end();
        printRetry(`the model ${name}`, retry);
      },
    });
  } finally {
    bar.end();
  }
}

async function printPath(store: ModelStore, name: string, signal: AbortSignal): Promise<void> {
  if (!(await store.isInstalled(name))) {
    throw new Error(`The model ${name} is not installed. Run "videocraft models install ${name}".`);
  }
  const folder = await store.folderOf(name, { signal });
  process.stderr.write(`${await kindOf(folder)}\n`);
  print(folder);
}

/** @throws ModelError when the folder has no model of either kind */
async function kindOf(folder: string): Promise<string> {
  const { detectModel } = await import('../../engine/recognition/detect-model.js');
  try {
    return (await detectModel(folder)).kind;
  } catch (error) {
    const { detectVoiceModel } = await import('../../engine/speech/local/detect-voice-model.js');
    const voice = await detectVoiceModel(folder).catch(() => null);
    if (voice === null) throw error;
    return `voice (${voice.kind})`;
  }
}

function printList(models: readonly ListedModel[], asJson = false): void {
  if (asJson) {
    const listed = models.map(({ name, kind, bytes, languages, licence, installed }) => {
      return { name, kind, bytes, languages, licence, installed };
    });
    print(JSON.stringify({ models: listed }));
    return;
  }
  for (const { name, kind, bytes, languages, licence, installed } of models) {
    const state = installed ? 'installed' : 'not installed';
    print([name, kind, `${megabytes(bytes)} MB`, languages, licence, state].join('\t'));
  }
}

function megabytes(bytes: number): string {
  return String(Math.ceil(bytes / 1_000_000));
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
