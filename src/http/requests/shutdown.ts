import { Injectable, Module } from '@nestjs/common';

/** Tells the parts of the API that the process is about to end. */
@Injectable()
export class Shutdown {
  private readonly controller = new AbortController();

  /** Aborted when the process begins to stop. */
  get signal(): AbortSignal {
    return this.controller.signal;
  }

  begin(): void {
    this.controller.abort();
  }
}

@Module({ providers: [Shutdown], exports: [Shutdown] })
export class ShutdownModule {}
