import { join } from 'node:path';
import { Inject, Injectable } from '@nestjs/common';
import { CONFIG } from '../../config/config.module.js';
import type { Limits } from '../../core/budget/limits.js';
import type { Config } from '../../config/types.js';
import { FileCache } from '../../engine/files/file-cache.js';
import { FfmpegService } from '../../engine/ffmpeg/ffmpeg.service.js';
import { FontCatalog } from '../../engine/fonts/font-catalog.js';
import { HarfbuzzShaper } from '../../engine/fonts/harfbuzz-shaper.js';
import type { SessionMemory, SourceRetry } from '../../engine/media/store/media-session.js';
import { isNotEmpty, MediaStore } from '../../engine/media/store/media-store.js';
import { SpeechService } from '../../engine/speech/speech.service.js';
import { HtmlService } from '../../engine/html/html.service.js';
import { JobSources } from './job-sources.js';

/** The size of the cache of fonts of the mirror: about 5,000 files. */
const FONT_CACHE_BYTES = 128 << 20;

/** Opens the sources of jobs. */
@Injectable()
export class SourcesService {
  private readonly maxDurationSeconds: number;
  private readonly limits: Limits;
  private readonly fontCache: FileCache;

  constructor(
    @Inject(CONFIG) { sources, limits, dataDir }: Config,
    private readonly media: MediaStore,
    private readonly ffmpeg: FfmpegService,
    private readonly fonts: FontCatalog,
    private readonly shaper: HarfbuzzShaper,
    private readonly speech: SpeechService,
    private readonly html: HtmlService,
  ) {
    this.maxDurationSeconds = sources.maxDurationSeconds;
    this.limits = limits;
    const folder = join(dataDir, 'cache', 'fonts');
    this.fontCache = new FileCache(folder, FONT_CACHE_BYTES, isNotEmpty);
  }

  /**
   * Opens the sources of one job. The caller closes them.
   *
   * @param onRetry called when a fetch fails and will be retried
   * @param memory as in `MediaStore.open`
   */
  open(onRetry?: (retry: SourceRetry) => void, memory?: SessionMemory): JobSources {
    const { media, ffmpeg, fonts, shaper, speech, html, maxDurationSeconds, limits, fontCache } =
      this;
    return new JobSources(media.open(onRetry, memory), {
      media,
      ffmpeg,
      fonts,
      shaper,
      speech,
      html,
      maxDurationSeconds,
      limits,
      fontCache,
    });
  }
}
