import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import type { Config } from '../config/types.js';
import { FontCatalogue } from '../engine/fonts/font-catalogue.js';
import { HarfbuzzShaper } from '../engine/fonts/harfbuzz-shaper.js';
import { Ffmpeg } from '../engine/ffmpeg/ffmpeg.js';
import { locateFfmpeg } from '../engine/ffmpeg/locate-ffmpeg.js';
import { isNotEmpty, MediaStore } from '../engine/media/media-store.js';
import { LocalRecognizer } from '../engine/recognition/local-recognizer.js';
import { ModelStore } from '../engine/recognition/model-store.js';
import { FileCache } from '../engine/render/file-cache.js';
import { isWholeSegment } from '../engine/render/segment-file.js';
import { SegmentFilters } from '../engine/render/segment-filters.js';
import { SegmentRenderer } from '../engine/render/segment-renderer.js';
import { isWholeSound, SoundEncoder } from '../engine/render/sound-encoder.js';
import { createViewEngine } from '../engine/views/view-engine.js';
import { createAlignEngine } from '../engine/timing/align-pool.js';
import { HttpRecognizer, type Recognizer } from '../engine/timing/recognizer.js';
import { TimingCache } from '../engine/timing/timing-cache.js';
import { WordTimer } from '../engine/timing/word-timer.js';
import type { RenderEngines } from './render-context.js';

/** What OpenAI's endpoint calls its model; servers that imitate it know the name. */
const HTTP_MODEL = 'whisper-1';

/** The engines of a process, with their caches in the data folder. */
export async function createEngines(config: Config, searchPath: string): Promise<RenderEngines> {
  const { production } = config;
  const cache = join(config.dataDir, 'cache');
  const memory = join(cache, 'ffmpeg.json');
  const tools = await locateFfmpeg({ ...config.ffmpeg, production, searchPath, memory });
  const ffmpeg = new Ffmpeg(tools, availableParallelism());
  const fonts = await FontCatalogue.load(config.fontsDir);
  const views = createViewEngine(availableParallelism());
  const filters = new SegmentFilters(ffmpeg, views, fonts.fontsDir);
  return {
    ffmpeg,
    fonts,
    shaper: new HarfbuzzShaper(fonts),
    media: new MediaStore(
      config.sources,
      new FileCache(join(cache, 'sources'), config.cache.sourcesMaxBytes, isNotEmpty),
    ),
    words: new WordTimer({
      aligner: createAlignEngine(Math.max(1, Math.floor(availableParallelism() / 2))),
      recognizer: await recognizerOf(config),
      cache: new TimingCache(join(cache, 'words')),
    }),
    segments: new SegmentRenderer(
      new FileCache(join(cache, 'segments'), config.cache.segmentsMaxBytes, isWholeSegment),
      filters,
      tools,
    ),
    filters,
    sounds: new SoundEncoder(
      new FileCache(join(cache, 'sounds'), config.cache.soundsMaxBytes, isWholeSound),
      ffmpeg,
    ),
    maxSourceSeconds: config.sources.maxDurationSeconds,
  };
}

/** Speech models of this installation. */
export function modelStoreOf({ dataDir, sources, recognition }: Config): ModelStore {
  return new ModelStore(join(dataDir, 'models'), sources, recognition.modelsUrl);
}

/** @throws ModelError when the configured model neither has a known name nor is a folder */
async function recognizerOf(config: Config): Promise<Recognizer | null> {
  const { url, model, apiKey, timeoutMs } = config.recognition;
  if (url !== null)
    return new HttpRecognizer(url, { apiKey, timeoutMs, model: model ?? HTTP_MODEL });
  if (model === null) return null;
  const store = modelStoreOf(config);
  await store.check(model);
  return new LocalRecognizer(model, { store, timeoutMs });
}
