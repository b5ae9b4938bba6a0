import type { FfmpegService } from '../../ffmpeg/ffmpeg.service.js';
import type { MediaStore } from './media-store.js';

/** What it takes to derive files from sources. */
export interface MediaEngines {
  readonly ffmpeg: FfmpegService;
  readonly media: MediaStore;
}

/** What it takes to probe sources. */
export interface ProbeEngines extends MediaEngines {
  readonly maxDurationSeconds: number;
}
