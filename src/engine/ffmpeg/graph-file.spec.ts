import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { LONGEST_ARGUMENT, withGraphFile } from './graph-file.js';

let cwd: string;
beforeEach(async () => {
  cwd = await mkdtemp(join(tmpdir(), 'videocraft-graph-'));
});
afterEach(() => rm(cwd, { recursive: true, force: true }));

const argsOf = (graph: string) => ['-i', 'a', '-filter_complex', graph, 'out'];

describe('withGraphFile', () => {
  it('leaves what fits into an argument', async () => {
    for (const args of [['-i', 'a', 'out'], argsOf('x'.repeat(LONGEST_ARGUMENT))]) {
      expect(await withGraphFile(args, { cwd, version: '5.1' })).toEqual(args);
    }
    expect(await readdir(cwd)).toEqual([]);
  });

  it.each([
    ['5.1.9-0+deb12u1', '-filter_complex_script'],
    ['N-47683-g0e8eb07980-static', '-filter_complex_script'],
    ['6.1', '-filter_complex_script'],
    ['7.1.1', '-/filter_complex'],
    ['n8.0', '-/filter_complex'],
  ])('writes a longer one to a file, as version %s reads it: %s', async (version, option) => {
    // Bytes count, not characters.
    const graph = 'ä'.repeat(LONGEST_ARGUMENT / 2 + 1);
    const [name] = [(await withGraphFile(argsOf(graph), { cwd, version }))[3]!];
    expect(await withGraphFile(argsOf(graph), { cwd, version })).toEqual([
      '-i',
      'a',
      option,
      expect.stringMatching(/^graph-[0-9a-f-]{36}$/),
      'out',
    ]);
    expect(await readFile(join(cwd, name), 'utf8')).toBe(graph);
  });
});
