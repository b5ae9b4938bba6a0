import { readdirSync, readFileSync } from 'node:fs';
import { dirname, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { PlanCheck } from '../support/plan-check.js';
import { findChromium, missingChromium } from '../support/chromium.js';
import { ffmpegToolsFor, itUnless } from '../support/skip.js';
import { OPENAI_KEY, VoiceServer } from '../support/voice-servers.js';

const EXAMPLES = fileURLToPath(new URL('../../examples/', import.meta.url));
const FILES = projectFiles(EXAMPLES);
/**
 * The bundled ffmpeg of 2018 has no `xfade`, and reads past the end of very small pictures when it overlays
 * them.
 */
const NEEDS_NEWER_FFMPEG: ReadonlySet<string> = new Set([
  'film/project.json',
  'looks/project.json',
  'transitions/project.json',
]);
/** Small, so that the test can compare every frame of every example. */
const SHORT_SIDE = 90;

interface Example {
  readonly resolution?: string;
  readonly fps?: number;
  readonly outputs?: readonly unknown[];
}

const browserPath = await findChromium();
const noBrowser = missingChromium(browserPath);
const isBundled = (await ffmpegToolsFor()).source === 'bundled';

describe('examples', () => {
  let plans: PlanCheck;
  let voices: VoiceServer;

  beforeAll(async () => {
    voices = await VoiceServer.start();
    voices.speaksAnything = true;
    plans = await PlanCheck.start({
      VIDEOCRAFT_VOICES_URL: `${voices.url}/v1`,
      VIDEOCRAFT_VOICES_API_KEY: OPENAI_KEY,
      ...(browserPath === null ? {} : { VIDEOCRAFT_BROWSER_PATH: browserPath }),
    });
  });

  afterAll(async () => {
    await plans.close();
    await voices.close();
  });

  it('exist', () => {
    expect(FILES.length).toBeGreaterThan(2);
  });

  for (const file of FILES) {
    const old = isBundled && NEEDS_NEWER_FFMPEG.has(file) ? 'needs ffmpeg 5 or newer' : null;
    const missing = file === 'html/project.json' ? (old ?? noBrowser) : old;
    itUnless(missing)(
      `${file}: the plan yields the same frames as full filtering`,
      async () => {
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
  }
});

/** All project files below a folder, relative to it. */
function projectFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.json'))
    .map((entry) => relative(folder, resolve(entry.parentPath, entry.name)))
    .filter(
      (name) => 'scenes' in (JSON.parse(readFileSync(resolve(folder, name), 'utf8')) as object),
    )
    .sort();
}
