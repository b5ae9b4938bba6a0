import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import type { Config } from '../../config/types.js';
import { FontCatalog } from '../../engine/fonts/font-catalog.js';
import { HarfbuzzShaper } from '../../engine/fonts/harfbuzz-shaper.js';
import { Ffmpeg } from '../../engine/ffmpeg/ffmpeg.js';
import { locateFfmpeg } from '../../engine/ffmpeg/locate-ffmpeg.js';
import { isNotEmpty, MediaStore } from '../../engine/media/store/media-store.js';
import { chooseEncoder } from '../../engine/render/setup/choose-encoder.js';
import { FileCache } from '../../engine/files/file-cache.js';
import { isIntactSegment } from '../../engine/render/segments/segment-file.js';
import { SegmentFilters } from '../../engine/render/segments/segment-filters.js';
import { SegmentRenderer } from '../../engine/render/segments/segment-renderer.js';
import { isIntactSound, SoundEncoder } from '../../engine/render/mp4/sound-encoder.js';
import { createViewEngine } from '../../engine/views/view-engine.js';
import { createAlignmentEngine } from '../../engine/alignment/alignment-engine.js';
import { TimingCache } from '../../engine/subtitle-timing/timing-cache.js';
import { WordTimer } from '../../engine/subtitle-timing/word-timer.js';
import { createRecognizer } from './create-recognizer.js';
import type { RenderEngines } from '../render-context.js';

/** The engines of a process, with their caches in the data folder. */
export async function createEngines(config: Config, searchPath: string): Promise<RenderEngines> {
  const { production } = config;
  const cache = join(config.dataDir, 'cache');
  const abilitiesFile = join(cache, 'ffmpeg.json');
  const tools = await locateFfmpeg({ ...config.ffmpeg, production, searchPath, abilitiesFile });
  const ffmpeg = new Ffmpeg(tools, availableParallelism());
  const fonts = await FontCatalog.load(config.fontsDir);
  const views = createViewEngine(availableParallelism());
  const filters = new SegmentFilters(ffmpeg, views, fonts.rasterizerFont);
  const encoder = await chooseEncoder(config.ffmpeg, filters, ffmpeg);
  return {
    ffmpeg,
    fonts,
    shaper: new HarfbuzzShaper(fonts),
    media: new MediaStore(
      config.sources,
      new FileCache(join(cache, 'sources'), config.cache.sourcesMaxBytes, isNotEmpty),
    ),
    words: new WordTimer({
      aligner: createAlignmentEngine(Math.max(1, Math.floor(availableParallelism() / 2))),
      recognizer: await createRecognizer(config),
      cache: new TimingCache(join(cache, 'words')),
    }),
    segments: new SegmentRenderer(
      new FileCache(join(cache, 'segments'), config.cache.segmentsMaxBytes, isIntactSegment),
      filters,
      tools,
      encoder,
    ),
    encoder,
    filters,
    sounds: new SoundEncoder(
      new FileCache(join(cache, 'sounds'), config.cache.soundsMaxBytes, isIntactSound),
      ffmpeg,
    ),
    maxSourceSeconds: config.sources.maxDurationSeconds,
  };
}
