import { readFileSync } from 'node:fs';

/** The functions of `assembly/affine.ts`. */
export interface AffineKernels {
  unpack(
    planes: number,
    width: number,
    height: number,
    half: number,
    alpha: number,
    target: number,
    stride: number,
  ): void;
  fillBorder(first: number, stride: number, width: number, height: number, edge: number): void;
  halve(
    source: number,
    sourceStride: number,
    target: number,
    targetStride: number,
    width: number,
    height: number,
  ): void;
  addSamples(
    first: number,
    stride: number,
    width: number,
    height: number,
    phases: number,
    line: number,
    from: number,
    to: number,
    u: number,
    v: number,
    du: number,
    dv: number,
    share: number,
  ): void;
  addRow(
    first: number,
    stride: number,
    width: number,
    height: number,
    phases: number,
    line: number,
    from: number,
    to: number,
    u: number,
    v: number,
    du: number,
    share: number,
    row: number,
  ): void;
  finishRows(
    lines: number,
    lineBytes: number,
    width: number,
    luma: number,
    u: number,
    v: number,
    alpha: number,
    opacity: number,
    cover: number,
  ): void;
  coverRow(
    cover: number,
    from: number,
    to: number,
    u: number,
    v: number,
    du: number,
    dv: number,
    shape: number,
  ): void;
}

let compiled: WebAssembly.Module | null = null;

/** The kernels on a memory. They are compiled once. */
export function affineKernels(memory: WebAssembly.Memory): AffineKernels {
  compiled ??= new WebAssembly.Module(readFileSync(new URL('./affine.wasm', import.meta.url)));
  return new WebAssembly.Instance(compiled, { env: { memory } })
    .exports as unknown as AffineKernels;
}
