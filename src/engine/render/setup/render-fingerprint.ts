import { Injectable } from '@nestjs/common';
import { packageVersion } from '../../../config/package-version.js';
import { FfmpegService } from '../../ffmpeg/ffmpeg.service.js';
import { MovingSegmentEncoder } from '../encoders/moving-segment-encoder.js';

/**
 * What two workers have in common that render segments of one job: the version of the service, which describes and
 * draws them, what their ffmpeg makes (`engine/ffmpeg/build-fingerprint.ts`), and the encoder.
 */
@Injectable()
export class RenderFingerprint {
  constructor(
    private readonly ffmpeg: FfmpegService,
    private readonly moving: MovingSegmentEncoder,
  ) {}

  get text(): string {
    const { name, fingerprint } = this.moving.encoder;
    return JSON.stringify([packageVersion(), this.ffmpeg.tools.fingerprint, name, fingerprint]);
  }
}
