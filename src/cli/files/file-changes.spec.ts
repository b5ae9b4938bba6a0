import { mkdtemp, rename, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FileChanges } from './file-changes.js';

describe('FileChanges', () => {
  let dir: string;
  let watched: string;
  let changes: FileChanges;
  const never = new AbortController().signal;

  beforeEach(async () => {
    dir = await mkdtemp(join(tmpdir(), 'videocraft-changes-'));
    watched = join(dir, 'project.json');
    await writeFile(watched, 'one');
    changes = new FileChanges(5);
    await changes.watch([watched, join(dir, 'later.png')]);
  });
  afterEach(() => rm(dir, { recursive: true, force: true }));

  it.each([
    ['is written', () => writeFile(watched, 'three')],
    ['has the same size, but another time', () => utimes(watched, 1, 1)],
    ['is removed', () => rm(watched)],
    [
      'is replaced by renaming',
      async () => {
        await writeFile(join(dir, '.swap'), 'two');
        await rename(join(dir, '.swap'), watched);
      },
    ],
  ])('notices a file that %s', async (_name, change) => {
    const next = changes.next(never);
    await change();
    expect(await next).toBe(watched);
  });

  it('notices a file that appears', async () => {
    const next = changes.next(never);
    await writeFile(join(dir, 'later.png'), '');
    expect(await next).toBe(join(dir, 'later.png'));
  });

  it('notices a change that happened before it waits', async () => {
    await writeFile(watched, 'while it rendered');
    expect(await changes.next(never)).toBe(watched);
  });

  it('does not look at other files, and ends with its signal', async () => {
    const stop = new AbortController();
    const next = changes.next(stop.signal);
    await writeFile(join(dir, 'video.mp4'), 'output');
    await new Promise((resolve) => setTimeout(resolve, 50));
    stop.abort();
    expect(await next).toBeNull();
  });
});
