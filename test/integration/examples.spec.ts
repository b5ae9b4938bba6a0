import { readdirSync, readFileSync } from 'node:fs';
import { dirname, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { PlanCheck } from '../support/plan-check.js';

const EXAMPLES = fileURLToPath(new URL('../../examples/', import.meta.url));
const FILES = projectFiles(EXAMPLES);
/**
 * The bundled build of 2018 has no `xfade`, and reads beyond pictures of a few pixels when it overlays them.
 */
const FOR_NEWER_ONLY: ReadonlySet<string> = new Set([
  'looks/project.json',
  'transitions/project.json',
]);
/** Small, so that every frame of every example can be looked at. */
const SHORT_SIDE = 90;

interface Example {
  readonly resolution?: string;
  readonly fps?: number;
  readonly outputs?: readonly unknown[];
}

describe('examples', () => {
  let plans: PlanCheck;

  beforeAll(async () => {
    plans = await PlanCheck.start();
  });

  afterAll(() => plans.close());

  it('are there', () => {
    expect(FILES.length).toBeGreaterThan(2);
  });

  it.each(FILES)(
    '%s: its plan makes the frames that filtering everything makes',
    async (file) => {
      if (plans.engines.ffmpeg.tools.source === 'bundled' && FOR_NEWER_ONLY.has(file)) {
        process.stdout.write(`${file} is checked with ffmpeg 5 or newer only\n`);
        return;
      }
      const path = resolve(EXAMPLES, file);
      const { resolution, ...example } = JSON.parse(readFileSync(path, 'utf8')) as Example;
      const portrait = /story|tiktok|shorts|reel/.test(resolution ?? '');
      const [width, height] = portrait ? [SHORT_SIDE, 160] : [160, SHORT_SIDE];
      const before = process.cwd();
      process.chdir(dirname(path));
      try {
        const plan = await plans.check({ ...example, width, height, fps: 10 });
        expect(plan.totalFrames).toBeGreaterThan(0);
      } finally {
        process.chdir(before);
      }
    },
    180_000,
  );
});

/** All projects below a folder, relative to it. */
function projectFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.json'))
    .map((entry) => relative(folder, resolve(entry.parentPath, entry.name)))
    .filter(
      (name) => 'scenes' in (JSON.parse(readFileSync(resolve(folder, name), 'utf8')) as object),
    )
    .sort();
}
