/** Compiles the AssemblyScript sources that have changed to WebAssembly, next to the code that uses them. */
import { stat } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

const MODULES = [
  {
    source: 'src/engine/views/assembly/resample.ts',
    target: 'src/engine/views/resample.wasm',
  },
  {
    source: 'src/engine/views/assembly/affine.ts',
    target: 'src/engine/views/affine.wasm',
  },
  {
    source: 'src/engine/alignment/assembly/senones.ts',
    target: 'src/engine/alignment/senones.wasm',
  },
];
const root = fileURLToPath(new URL('..', import.meta.url));

export default async function buildWasm() {
  for (const { source, target } of MODULES) {
    if ((await changedAt(target)) > (await changedAt(source))) continue;
    const { main } = await import('assemblyscript/asc');
    const options = [
      ...[source, '--baseDir', root, '--outFile', target],
      ...['--optimizeLevel', '3', '--shrinkLevel', '0', '--runtime', 'stub', '--noAssert'],
      ...['--enable', 'simd', '--enable', 'threads'],
      // Threads share the memory. It grows to what a segment needs.
      ...['--importMemory', '--sharedMemory', '--initialMemory', '1', '--maximumMemory', '32768'],
    ];
    const { error } = await main(options, { stderr: process.stderr });
    if (error) throw new Error(`${source} could not be compiled.`, { cause: error });
  }
}

async function changedAt(path) {
  try {
    return (await stat(new URL(`../${path}`, import.meta.url))).mtimeMs;
  } catch {
    return 0;
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await buildWasm();
