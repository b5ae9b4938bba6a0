import { jest } from '@jest/globals';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { PreviewPlan } from './preview-plan.js';
import type { MakePlan } from './preview-workspace.js';
import { PreviewWorkspaces } from './preview-workspaces.js';

const MINUTE = 60_000;
const never = () => new AbortController().signal;

let root: string;
let workspaces: PreviewWorkspaces;
let now: number;

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'videocraft-workspaces-'));
  workspaces = new PreviewWorkspaces(root, 1_000);
  now = 0;
  jest.spyOn(performance, 'now').mockImplementation(() => now);
});

afterEach(async () => {
  jest.restoreAllMocks();
  await workspaces.close();
  expect(await folders()).toEqual([]);
  await rm(root, { recursive: true, force: true });
});

const folders = async () => (await readdir(root)).toSorted();

/** Makes plans that say how often they were made, and closed. */
function maker(bytes = 0, contents = 0) {
  const made: string[] = [];
  const closed: string[] = [];
  const make =
    (name: string): MakePlan =>
    async (folder, memory) => {
      made.push(name);
      await writeFile(join(folder, `${name}-${made.length}`), Buffer.alloc(bytes));
      if (contents > 0) memory.contents.set(name, new Uint8Array(contents));
      return { name, close: () => closed.push(name) } as unknown as PreviewPlan;
    };
  const use = async (keyId: string, name: string) => {
    const lease = await workspaces.lease(keyId);
    const plan = await lease.plan({ name }, make(name), never());
    await lease.end();
    return { plan, folder: lease.folder };
  };
  return { made, closed, make, use };
}

describe('the workspaces of previews', () => {
  it('keep the plans of a key', async () => {
    const { made, use } = maker();
    const first = await use('ann', 'a');
    expect((await use('ann', 'a')).plan).toBe(first.plan);
    expect((await use('ann', 'b')).folder).toBe(first.folder);
    expect(made).toEqual(['a', 'b']);
  });

  it('are of one key each', async () => {
    const { made, use } = maker();
    const [ann, bob] = [await use('ann', 'a'), await use('bob', 'a')];
    expect(ann.folder).not.toBe(bob.folder);
    expect(made).toEqual(['a', 'a']);
  });

  it('make a plan once for calls at the same time', async () => {
    const { made, use } = maker();
    const all = await Promise.all(Array.from({ length: 4 }, () => use('ann', 'a')));
    expect(new Set(all.map(({ folder }) => folder)).size).toBe(1);
    expect(made).toEqual(['a']);
    expect(await folders()).toHaveLength(1);
  });

  it('hold six plans of a key', async () => {
    const { made, use } = maker();
    for (const name of 'abcdefg') await use('ann', name);
    await use('ann', 'g');
    await use('ann', 'b');
    expect(made).toHaveLength(7);
    await use('ann', 'a');
    expect(made).toHaveLength(8);
  });

  it('begin anew after ten minutes, also for calls at the same time', async () => {
    const { made, closed, use } = maker();
    const old = await use('ann', 'a');
    now = 9 * MINUTE;
    expect((await use('ann', 'a')).folder).toBe(old.folder);
    now = 11 * MINUTE;
    const [one, other] = await Promise.all([use('ann', 'a'), use('ann', 'a')]);
    expect(one.folder).not.toBe(old.folder);
    expect(other.folder).toBe(one.folder);
    expect([made, closed]).toEqual([['a', 'a'], ['a']]);
    expect(await folders()).toHaveLength(1);
  });

  it('are removed after ten minutes, although their keys do not come back', async () => {
    const { use } = maker();
    await use('ann', 'a');
    now = 5 * MINUTE;
    await use('bob', 'b');
    now = 11 * MINUTE;
    await workspaces.sweep();
    expect(await folders()).toHaveLength(1);
    expect((await use('bob', 'b')).folder).toContain((await folders())[0]);
  });

  it('exist as long as somebody uses them', async () => {
    const { closed, make } = maker();
    const lease = await workspaces.lease('ann');
    await lease.plan({ name: 'a' }, make('a'), never());
    now = 11 * MINUTE;
    await workspaces.sweep();
    await workspaces.drop('ann');
    expect([(await folders()).length, closed]).toEqual([1, []]);
    await lease.end();
    expect([await folders(), closed]).toEqual([[], ['a']]);
  });

  it.each([
    ['files', 2_000, 0],
    ['fonts and captions in memory', 0, 65 * 2 ** 20],
  ])('begin anew when there are too many %s', async (_what, bytes, contents) => {
    const { use } = maker(bytes, contents);
    const first = await use('ann', 'a');
    const second = await use('ann', 'b');
    expect(second.folder).not.toBe(first.folder);
    expect(await folders()).toHaveLength(1);
  });

  it('are those of the eight keys that came last', async () => {
    const { use } = maker();
    for (let key = 0; key < 10; key++) await use(`key ${key}`, 'a');
    expect(await folders()).toHaveLength(8);
    await Promise.all(Array.from({ length: 20 }, (_, key) => use(`other ${key}`, 'a')));
    expect(await folders()).toHaveLength(8);
  });

  it('fail with the disk, and work again after it', async () => {
    const { use } = maker();
    await rm(root, { recursive: true });
    await expect(use('ann', 'a')).rejects.toThrow('ENOENT');
    const { mkdir } = await import('node:fs/promises');
    await mkdir(root);
    await use('ann', 'a');
    expect(await folders()).toHaveLength(1);
  });

  it('keep no plan that failed or was given up', async () => {
    const { made, make } = maker();
    const lease = await workspaces.lease('ann');
    const fails: MakePlan = () => Promise.reject(new Error('no source'));
    await expect(lease.plan({ name: 'a' }, fails, never())).rejects.toThrow('no source');

    let stopped = false;
    const hangs: MakePlan = (_folder, _memory, signal) =>
      new Promise((_resolve, reject) => {
        signal.addEventListener('abort', () => {
          stopped = true;
          reject(new Error('stopped'));
        });
      });
    const client = new AbortController();
    const waits = lease.plan({ name: 'a' }, hangs, client.signal);
    await new Promise((resolve) => setImmediate(resolve));
    client.abort(new Error('gone'));
    await expect(waits).rejects.toThrow('gone');
    expect(stopped).toBe(true);
    await lease.plan({ name: 'a' }, make('a'), never());
    expect(made).toEqual(['a']);
    await lease.end();
  });
});
