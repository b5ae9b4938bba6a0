import type { Importer } from './importer.js';
import { importConfig } from './import-config.js';

const OPTIONS = { resolveFont: (family: string) => family, fontFamilies: [] };

/** A system whose configs have their scenes in `clips`, and that calls webhooks `callback`. */
const importer: Importer = {
  format: 'clips',
  system: 'Clips',
  sharesVariables: false,
  isFormat: ({ clips }) => Array.isArray(clips),
  translate: ({ clips, callback }) => ({
    config: { scenes: clips, ...(callback === undefined ? {} : { webhook: callback }) },
    issues: [],
    notes: [],
    originOf: (pointer) => pointer.replace('/scenes', '/clips').replace('/webhook', '/callback'),
  }),
};

describe('importConfig', () => {
  it('leaves a video config as it is', () => {
    const config = { scenes: [] };
    const translation = importConfig(config, null, OPTIONS);
    expect(translation.config).toBe(config);
    expect(translation.originOf('/scenes/0')).toBe('/scenes/0');
  });

  it('keeps the fields for this service, in either spelling', () => {
    const { config, originOf } = importConfig(
      { format: 'clips', clips: [1], client_data: { a: 1 }, stills: [0.5], priority: 2 },
      importer,
      OPTIONS,
    );
    expect(config).toEqual({ scenes: [1], client_data: { a: 1 }, stills: [0.5], priority: 2 });
    expect(originOf('/scenes/0')).toBe('/clips/0');
  });

  it('takes the address of a webhook for one', () => {
    const webhookOf = (webhook: unknown) =>
      importConfig({ clips: [], webhook }, importer, OPTIONS).config;
    expect(webhookOf(' https://a.example/ ')).toEqual({
      ...{ scenes: [], webhook: { url: 'https://a.example/' } },
    });
    for (const none of ['', null]) expect(webhookOf(none)).toEqual({ scenes: [] });
    expect(webhookOf([7])).toEqual({ scenes: [], webhook: [7] });
  });

  it('refuses a field that comes from both', () => {
    const both = { clips: [], callback: 'a', webhook: { url: 'b' } };
    expect(importConfig(both, importer, OPTIONS).issues).toEqual([
      { pointer: '/callback', message: 'Set either "callback" or "webhook", not both.' },
    ]);
  });
});
