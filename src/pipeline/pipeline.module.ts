import { type DynamicModule, Global, Module } from '@nestjs/common';
import type { RenderEngines } from './render-context.js';

/** Injection token of the engines that a render works with. */
export const RENDER_ENGINES = Symbol('RENDER_ENGINES');

@Global()
@Module({})
export class PipelineModule {
  static forRoot(engines: RenderEngines): DynamicModule {
    return {
      module: PipelineModule,
      providers: [{ provide: RENDER_ENGINES, useValue: engines }],
      exports: [RENDER_ENGINES],
    };
  }
}
