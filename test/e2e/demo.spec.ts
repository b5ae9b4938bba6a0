import { mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Program } from '../support/program.js';

describe('npm run demo', () => {
  let dir: string;

  beforeEach(async () => {
    dir = await mkdtemp(join(tmpdir(), 'videocraft-demo-test-'));
  });

  afterEach(() => rm(dir, { recursive: true, force: true }));

  it('renders a film in two shapes through the API and stops the processes that it started', async () => {
    const before = await demoFolders();
    const { code, stdout, stderr } = await new Program('../examples/demo/main', [], {}, dir).ended;
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(/27\.00 s of film, 53 words aligned/);
    expect(stdout).toMatch(/segments/);
    for (const name of ['out/demo.mp4', 'out/demo-upright.mp4']) {
      expect(stdout).toContain(`Saved ${name} (`);
      expect((await stat(join(dir, name))).size).toBeGreaterThan(1e6);
    }
    expect(stdout).toMatch(/npm start and open http:\/\/localhost:3002\/\n$/);
    expect(await demoFolders()).toEqual(before);
  }, 300_000);

  it('fails with a message when it cannot write the video', async () => {
    await writeFile(join(dir, 'out'), 'a file where a folder should be');
    const { code, stderr } = await new Program('../examples/demo/main', [], {}, dir).ended;
    expect(code).toBe(1);
    expect(stderr).toContain('out');
    expect(stderr).not.toContain('    at ');
  }, 120_000);
});

async function demoFolders(): Promise<string[]> {
  return (await readdir(tmpdir())).filter((name) => /^videocraft-demo-[^t]/.test(name));
}
