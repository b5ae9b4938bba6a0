import { loadConfig } from './load-config.js';

describe('the settings of speech recognition', () => {
  const URL = 'http://127.0.0.1:8000/v1';
  const read = (model: string, url: string, workers = '1') =>
    loadConfig({
      VIDEOCRAFT_RECOGNITION_MODEL: model,
      VIDEOCRAFT_RECOGNITION_URL: url,
      VIDEOCRAFT_WORKERS: workers,
    }).recognition;

  it.each([
    ['', '', { url: null, model: 'auto' }],
    ['auto', '', { url: null, model: 'auto' }],
    ['whisper-small', '', { url: null, model: 'whisper-small' }],
    ['none', '', { url: null, model: null }],
    ['', URL, { url: URL, model: null }],
    ['auto', URL, { url: URL, model: null }],
    ['large', URL, { url: URL, model: 'large' }],
    ['none', URL, { url: null, model: null }],
  ])('understands the model "%s" with the address "%s"', (model, url, expected) => {
    expect(read(model, url)).toMatchObject(expected);
  });

  it('divides the memory of a machine between its workers', () => {
    const shares = ['0', '1', '4'].map((workers) => read('', '', workers).memoryShare);
    expect(shares).toEqual([1, 1, 0.25]);
  });
});
