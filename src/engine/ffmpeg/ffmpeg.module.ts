import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { Module } from '@nestjs/common';
import { CONFIG } from '../../config/config.module.js';
import type { Config } from '../../config/types.js';
import { FfmpegService } from './ffmpeg.service.js';
import { locateFfmpeg } from './locate-ffmpeg.js';

/** Finds ffmpeg when the application starts, and runs it for every other module. */
@Module({
  providers: [
    {
      provide: FfmpegService,
      inject: [CONFIG],
      useFactory: async ({ ffmpeg, production, dataDir, limits }: Config) => {
        const tools = await locateFfmpeg({
          ...ffmpeg,
          production,
          maxFileBytes: limits.fileBytes,
          searchPath: process.env['PATH'] ?? '',
          abilitiesFile: join(dataDir, 'cache', 'ffmpeg.json'),
        });
        return new FfmpegService(tools, availableParallelism());
      },
    },
  ],
  exports: [FfmpegService],
})
export class FfmpegModule {}
