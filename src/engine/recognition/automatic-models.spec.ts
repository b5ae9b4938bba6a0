import { readFileSync } from 'node:fs';
import { automaticModels, chooseModel } from './automatic-models.js';
import { MODEL_CATALOG } from '../models/model-catalog.js';
import { totalBytes } from '../models/model-files.js';

const LANGUAGES = ['auto', 'en', 'en-GB', 'fr', 'zh-Hant', 'yue', 'ja', 'KO', 'sw', 'x-unknown'];

describe('the automatic choice of a speech model', () => {
  it.each([
    ['auto', 4, 'whisper-base'],
    ['auto', 1.5, 'whisper-tiny'],
    ['auto', 0.3, 'whisper-tiny'],
    ['de', 4, 'whisper-base'],
    ['en', 4, 'moonshine-base-en'],
    ['en-US', 2, 'moonshine-tiny-en'],
    ['ja', 4, 'sense-voice'],
    ['zh-Hant', 2, 'whisper-base'],
    // A text that is no language, but the name of a member of every object.
    ['constructor', 8, 'whisper-base'],
  ])('for %s with %d GB is %s', (language, gigabytes, name) => {
    expect(chooseModel(language, gigabytes * 1e9).name).toBe(name);
  });

  it('has only models of the catalog whose content is known, from large to small', () => {
    for (const language of LANGUAGES) {
      const models = automaticModels(language).map((wanted) =>
        MODEL_CATALOG.find(({ name }) => name === wanted)!,
      );
      const checksums = models.flatMap(({ files }) => files.map(({ sha256 }) => sha256));
      expect(checksums).not.toContain(null);
      const sizes = models.map(totalBytes);
      expect(sizes).toEqual([...sizes].sort((a, b) => b - a));
    }
  });

  it('is in the documentation, with the sizes', () => {
    const page = readFileSync(new URL('../../../docs/timing.md', import.meta.url), 'utf8');
    for (const name of new Set(LANGUAGES.flatMap(automaticModels))) {
      const bytes = totalBytes(MODEL_CATALOG.find((model) => model.name === name)!);
      expect(page).toContain(`\`${name}\` (${Math.ceil(bytes / 1e6)} MB)`);
    }
  });
});
