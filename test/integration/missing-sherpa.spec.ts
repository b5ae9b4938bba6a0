import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { jest } from '@jest/globals';
import { loadConfig } from '../../src/config/load-config.js';

jest.unstable_mockModule('../../src/engine/models/sherpa.js', () => ({
  SHERPA_PACKAGE: 'sherpa-onnx-node',
  isSherpaInstalled: () => false,
}));
const { createRecognizer } = await import('../../src/engine/recognition/create-recognizer.js');
const { recognitionProblem } = await import('../../src/engine/recognition/recognition-problem.js');
const { checkModels } = await import('../../src/cli/doctor/check-models.js');
const { RecognizedTiming } = await import('../../src/engine/subtitle-timing/recognized-timing.js');

describe('a machine without the package that runs models', () => {
  let dir: string;
  beforeAll(async () => {
    dir = await mkdtemp(join(tmpdir(), 'videocraft-no-sherpa-'));
  });
  afterAll(() => rm(dir, { recursive: true, force: true }));

  const config = (env: Record<string, string> = {}) =>
    loadConfig({ VIDEOCRAFT_DATA_DIR: dir, ...env });

  it.each(['auto', 'whisper-tiny'])('recognizes nothing with the model %s', async (model) => {
    const settings = config({ VIDEOCRAFT_RECOGNITION_MODEL: model });
    expect(await createRecognizer(settings)).toBeNull();
    expect(recognitionProblem(settings)).toContain('the package sherpa-onnx-node');
    expect(await checkModels(settings)).toMatchObject({
      status: 'warning',
      message: expect.stringContaining('the package sherpa-onnx-node'),
    });
  });

  it('says so in the failure of a job, which goes to another worker if one can', async () => {
    const timing = new RecognizedTiming(null, config());
    const request = { samples: new Float32Array(), text: null, language: 'auto', pointer: '/x' };
    const { signal } = new AbortController();
    const speech = { samples: request.samples, pauses: [], durationMs: 0, isSilent: false };
    await expect(timing.recognize({ ...request, signal }, speech, null)).rejects.toMatchObject({
      code: 'TIMING_UNAVAILABLE',
      needs: ['recognition'],
      message: expect.stringMatching(
        /sherpa-onnx-node, which runs speech models, is not installed/,
      ),
    });
  });

  it('still uses an endpoint', async () => {
    const settings = config({ VIDEOCRAFT_RECOGNITION_URL: 'http://127.0.0.1:9/v1' });
    expect(recognitionProblem(settings)).toBeNull();
    expect(await createRecognizer(settings)).toMatchObject({ engine: 'http', model: 'whisper-1' });
  });
});
