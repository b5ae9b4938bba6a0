import { PreviewRequests } from '../support/previews.js';
import { startTestService, type TestService } from '../support/service.js';

const ELEMENT = { type: 'html', html: '<b>Hello</b>' };
const CONFIG = { width: 320, height: 180, scenes: [{ duration: 1, elements: [ELEMENT] }] };
const MOVIE = { format: 'json2video', ...CONFIG };

/** No page is drawn here: test/browser/html.spec.ts does that. */
describe('elements of HTML at the API', () => {
  let service: TestService;

  afterEach(() => service.close());

  it('are refused by name without a browser, by each route that takes configs', async () => {
    service = await startTestService();
    const previews = new PreviewRequests(service);
    for (const path of ['', 'timeline', 'still?at=0']) {
      const { status, code, errors } = await previews.json(path, CONFIG);
      expect([path, status, code]).toEqual([path, 400, 'VALIDATION_ERROR']);
      expect(errors).toHaveLength(1);
      expect(JSON.stringify(errors)).toContain('/scenes/0/elements/0');
      expect(errors[0]!.message).toContain('VIDEOCRAFT_BROWSER_PATH');
    }
    const { data: checked } = await previews.json('validate', CONFIG);
    expect(checked).toMatchObject({
      valid: false,
      issues: [
        {
          pointer: '/scenes/0/elements/0',
          message: expect.stringContaining('VIDEOCRAFT_BROWSER_PATH') as string,
        },
      ],
    });
    // What comes near is a movie of another system without one.
    const { status, data } = await previews.json('validate', MOVIE);
    expect([status, JSON.stringify(data)]).toEqual([200, expect.stringContaining('approximated')]);
  }, 120_000);

  it('are accepted where one is configured', async () => {
    service = await startTestService({ VIDEOCRAFT_BROWSER_PATH: process.execPath });
    const previews = new PreviewRequests(service);
    for (const config of [CONFIG, MOVIE]) {
      const { status, data } = await previews.json('validate', config);
      expect(status).toBe(200);
      expect(JSON.stringify(data)).not.toContain('approximated');
    }
  }, 120_000);
});
