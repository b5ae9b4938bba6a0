import { availableParallelism, hostname } from 'node:os';
import { Inject, Injectable } from '@nestjs/common';
import { packageVersion } from '../../config/package-version.js';
import { NEEDS, type Need } from '../../core/job/missing-ability.js';
import { OPTIONAL_ENCODERS } from '../../core/render/encode/output-args.js';
import { FfmpegService } from '../ffmpeg/ffmpeg.service.js';
import { FontCatalog } from '../fonts/font-catalog.js';
import { HtmlService } from '../html/html.service.js';
import { RECOGNIZER } from '../recognition/recognition.module.js';
import type { Recognizer, RecognizerChoice } from '../recognition/recognizer.js';
import { MovingSegmentEncoder } from '../render/encoders/moving-segment-encoder.js';
import { SpeechService } from '../speech/speech.service.js';
import { memoryAtHand } from '../workers/heap-limit.js';
import type { WorkerDescription } from '../workers/worker-description.js';
import { WorkerLock } from '../workers/worker-lock.js';

/** What the worker of this process can do. */
@Injectable()
export class Abilities {
  /** The names of the needs that this worker fulfills. */
  readonly can: ReadonlySet<Need>;

  constructor(
    private readonly ffmpeg: FfmpegService,
    private readonly moving: MovingSegmentEncoder,
    private readonly fonts: FontCatalog,
    @Inject(RECOGNIZER) private readonly recognizer: Recognizer | RecognizerChoice | null,
    private readonly lock: WorkerLock,
    private readonly speech: SpeechService,
    html: HtmlService,
  ) {
    const { encoders, transitions } = ffmpeg.tools.abilities;
    this.can = new Set([
      NEEDS.version(packageVersion()),
      ...OPTIONAL_ENCODERS.filter((name) => encoders.has(name)).map(NEEDS.encoder),
      ...[...transitions].map(NEEDS.transition),
      ...fonts.families().map(NEEDS.font),
      ...(recognizer === null ? [] : [NEEDS.recognition]),
      ...(html.isConfigured ? [NEEDS.browser] : []),
      ...voiceNeeds(speech),
    ]);
  }

  async describe(): Promise<WorkerDescription> {
    const { version, source, fingerprint } = this.ffmpeg.tools;
    return {
      id: this.lock.id,
      host: hostname(),
      pid: process.pid,
      version: packageVersion(),
      abilities: {
        ffmpeg: { version, source, fingerprint },
        encoder: this.moving.encoder.name,
        recognition: this.recognizer && {
          engine: this.recognizer.engine,
          model: this.recognizer.model,
        },
        voices: this.speech.engines.map(({ name, kind, model }) => ({ name, kind, model })),
        fonts: {
          families: this.fonts.families().length,
          fingerprint: await this.fonts.fingerprint(),
        },
        cores: availableParallelism(),
        memoryBytes: memoryAtHand(),
      },
      can: [...this.can].sort(),
    };
  }
}

/** The needs of voices that this machine fulfills. An engine can be named by its kind, too. */
function voiceNeeds({ engines }: SpeechService): Need[] {
  const usable = engines.filter(({ problem }) => problem === null);
  const names = usable.flatMap(({ name, kind }) => [name.toLowerCase(), kind]);
  return [...(usable.length > 0 ? [NEEDS.voice] : []), ...names.map(NEEDS.voiceEngine)];
}
