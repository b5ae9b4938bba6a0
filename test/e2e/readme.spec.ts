import { execFile } from 'node:child_process';
import { chmod, mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { Program } from '../support/program.js';
import { itUnless, missingProgram } from '../support/skip.js';

const run = promisify(execFile);
const withCurl = itUnless(await missingProgram('curl'));

describe('the README', () => {
  let dir: string;

  beforeAll(async () => {
    dir = await mkdtemp(join(tmpdir(), 'videocraft-readme-'));
    await chmod(dir, 0o755);
  });

  afterAll(() => rm(dir, { recursive: true, force: true }));

  withCurl(
    'has a walk-through that works as it stands',
    async () => {
      const readme = await readFile(new URL('../../README.md', import.meta.url), 'utf8');
      const blocks = [...readme.matchAll(/```bash\n([^]*?)```/g)].map((match) => match[1]!);
      const walk = blocks.find((block) => block.includes('$API/csrf-token'))!;
      // The walk-through runs in the folder of the service. Only the port differs from the README.
      const service = new Program('main', [], { VIDEOCRAFT_SERVER_PORT: '0' }, dir);
      try {
        const [, url] = await service.waitForOutput(/API: +(http:\S+)/);
        const script = walk.replace('http://localhost:3002/api/v1', url!);
        expect(script).toContain(url);
        const { stdout } = await run('bash', ['-euc', script], { cwd: dir, timeout: 60_000 });
        expect(stdout).toMatch(/^[0-9a-f-]{36}$/m);
        expect((await stat(join(dir, 'video.mp4'))).size).toBeGreaterThan(10_000);
      } finally {
        await service.stop();
      }
    },
    150_000,
  );
});
