import { Inject, Injectable } from '@nestjs/common';
import { CONFIG } from '../../config/config.module.js';
import type { Limits } from '../../core/budget/limits.js';
import type { Config } from '../../config/types.js';
import { FfmpegService } from '../../engine/ffmpeg/ffmpeg.service.js';
import { FontCatalog } from '../../engine/fonts/font-catalog.js';
import { HarfbuzzShaper } from '../../engine/fonts/harfbuzz-shaper.js';
import type { SessionMemory, SourceRetry } from '../../engine/media/store/media-session.js';
import { MediaStore } from '../../engine/media/store/media-store.js';
import { SpeechService } from '../../engine/speech/speech.service.js';
import { HtmlService } from '../../engine/html/html.service.js';
import { JobSources } from './job-sources.js';

/** Opens the sources of jobs. */
@Injectable()
export class SourcesService {
  private readonly maxDurationSeconds: number;
  private readonly limits: Limits;

  constructor(
    @Inject(CONFIG) { sources, limits }: Config,
    private readonly media: MediaStore,
    private readonly ffmpeg: FfmpegService,
    private readonly fonts: FontCatalog,
    private readonly shaper: HarfbuzzShaper,
    private readonly speech: SpeechService,
    private readonly html: HtmlService,
  ) {
    this.maxDurationSeconds = sources.maxDurationSeconds;
    this.limits = limits;
  }

  /**
   * Opens the sources of one job. The caller closes them.
   *
   * @param onRetry called when a fetch fails and will be retried
   * @param memory as in `MediaStore.open`
   */
  open(onRetry?: (retry: SourceRetry) => void, memory?: SessionMemory): JobSources {
    const { media, ffmpeg, fonts, shaper, speech, html, maxDurationSeconds, limits } = this;
    return new JobSources(media.open(onRetry, memory), {
      media,
      ffmpeg,
      fonts,
      shaper,
      speech,
      html,
      maxDurationSeconds,
      limits,
    });
  }
}
