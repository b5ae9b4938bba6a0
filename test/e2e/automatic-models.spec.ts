import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { MODEL_CATALOG } from '../../src/engine/models/model-catalog.js';
import { Program } from '../support/program.js';
import { ScriptedServer } from '../support/scripted-server.js';
import { writeFixedOutputModel } from '../support/speech-models.js';

const SPEECH = fileURLToPath(new URL('../media/speech/u7_flite_rms__clean.wav', import.meta.url));
const HOOK = new URL('../support/catalog-hook.mjs', import.meta.url).href;
/** The model of the test has one file, as this one. `ko` selects it. */
const CHOSEN = MODEL_CATALOG.find(({ name }) => name === 'sense-voice')!;

/** The first example of the overview on the command line: only sound, and progressive captions. */
describe('the command line without a speech recognition engine', () => {
  let dir: string;
  let mirror: ScriptedServer;
  let env: Record<string, string>;

  beforeAll(async () => {
    dir = await mkdtemp(join(tmpdir(), 'videocraft-auto-'));
    mirror = await ScriptedServer.start();
    const model = join(dir, 'model');
    await writeFixedOutputModel(model, ['yes', 'no']);
    await rename(join(model, 'ctc-model.onnx'), join(model, 'model.int8.onnx'));
    const checksums: Record<string, string> = {};
    for (const { name, url, sha256 } of CHOSEN.files) {
      const content = await readFile(join(model, name));
      checksums[sha256!] = createHash('sha256').update(content).digest('hex');
      mirror.scripts.set(new URL(url).pathname, (_, response) => response.end(content));
    }
    const project = (language: string) => ({
      width: 320,
      height: 180,
      scenes: [{ elements: [{ type: 'audio', src: SPEECH, language }] }],
      elements: [{ type: 'subtitles', settings: { style: 'progressive' } }],
    });
    await writeFile(join(dir, 'talk.json'), JSON.stringify(project('ko')));
    await writeFile(join(dir, 'other.json'), JSON.stringify(project('fi')));
    env = {
      VIDEOCRAFT_DATA_DIR: join(dir, 'data'),
      VIDEOCRAFT_RECOGNITION_MODEL: 'auto',
      VIDEOCRAFT_RECOGNITION_MODELS_URL: mirror.url,
      VIDEOCRAFT_SOURCES_ALLOWED_HOSTS: mirror.host,
      VIDEOCRAFT_SERVER_PORT: '0',
      CATALOG_CHECKSUMS: JSON.stringify(checksums),
    };
  });

  afterAll(async () => {
    await mirror.close();
    await rm(dir, { recursive: true, force: true });
  });

  const run = (args: string[], more: Record<string, string> = {}) =>
    new Program('cli', args, { ...env, ...more }, dir).ended;

  it('says beforehand what it would do', async () => {
    const { stdout } = await run(['doctor']);
    expect(stdout).toMatch(/first video whose words are unknown fetches whisper-(base|tiny) \(/);
    const checked = await run(['validate', 'talk.json']);
    expect(checked).toMatchObject({ code: 0, stderr: '' });
    const off = await run(['validate', 'talk.json'], { VIDEOCRAFT_RECOGNITION_MODEL: 'none' });
    expect(off.stderr).toContain('speech recognition is not enabled');
    expect(mirror.requests).toHaveLength(0);
  });

  it('fetches a model, shows it, and says which one it is', async () => {
    const NODE_OPTIONS = `--import=${HOOK}`;
    const first = await run(['render', 'talk.json', '-o', 'talk.mp4'], { NODE_OPTIONS });
    expect(first).toMatchObject({ code: 0 });
    expect(first.stderr).toMatch(/ % model\b/);
    expect(first.stderr).toContain('speech model sense-voice, which was chosen automatically');
    expect((await stat(join(dir, 'talk.mp4'))).size).toBeGreaterThan(1_000);
    const fetched = mirror.requests.map(({ url }) => url);
    expect(fetched).toEqual(CHOSEN.files.map(({ url }) => new URL(url).pathname));

    const again = await run(['render', 'talk.json', '-o', 'b.mp4'], { NODE_OPTIONS });
    expect(again).toMatchObject({ code: 0 });
    expect(again.stderr).not.toMatch(/ % model\b/);
    expect(again.stderr).toContain('sense-voice');
    expect(mirror.requests).toHaveLength(2);
    expect((await run(['models', 'list'])).stdout).toMatch(/^sense-voice\t.*\tinstalled$/m);
  }, 120_000);

  it('names the mirror and what else helps if it cannot fetch one', async () => {
    const { code, stderr } = await run(['render', 'other.json', '-o', 'other.mp4']);
    expect(code).not.toBe(0);
    expect(stderr).toMatch(/whisper-(base|tiny).*VIDEOCRAFT_RECOGNITION_MODELS_URL/);
    expect(stderr).toContain('Add the script as "text"');
  }, 60_000);
});
