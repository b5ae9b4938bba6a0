import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** Expects that a command runs a program of this package. Without a command, the image runs the API. */
export async function expectProgram(command: readonly string[] | undefined): Promise<void> {
  const file = command?.at(-1) ?? 'dist/src/main.js';
  expect(file).toMatch(/^dist\/src\/[\w-]+\.js$/);
  const source = `${ROOT}${file.replace('dist/', '').replace('.js', '.ts')}`;
  expect(await readFile(source, 'utf8')).not.toBe('');
}
