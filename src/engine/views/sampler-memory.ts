import { alignUp } from '../../core/util/align.js';

const PAGE_BYTES = 65_536;
/** The kernels read and write up to this many bytes beyond their arguments. */
const SLACK_BYTES = 64;
const MOST_PAGES = 32_768;

/** The memory of a sampler, which all its kernels share. It grows to what a segment needs, and is used again by the next. */
export class SamplerMemory {
  readonly wasm = new WebAssembly.Memory({ initial: 1, maximum: MOST_PAGES, shared: true });
  private end = SLACK_BYTES;

  get buffer(): ArrayBufferLike {
    return this.wasm.buffer;
  }

  /** Frees everything. */
  clear(): void {
    this.end = SLACK_BYTES;
  }

  /** @returns the address of so many bytes, at a multiple of 16 */
  allocate(bytes: number): number {
    const offset = this.end;
    this.end = alignUp(offset + bytes + SLACK_BYTES, 16);
    const missing = this.end - this.wasm.buffer.byteLength;
    if (missing > 0) this.wasm.grow(Math.ceil(missing / PAGE_BYTES));
    return offset;
  }
}
