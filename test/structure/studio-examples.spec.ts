import { readdirSync, readFileSync, statSync } from 'node:fs';
import { readConfig } from '../../src/core/project/read-config.js';

const PICTURES = 'studio/src/gallery/pictures';
const MOST_BYTES = 150_000;
const names = readdirSync('examples/studio').map((file) => file.replace('.json', ''));

describe('the examples of the studio', () => {
  it.each(names)('%s is a valid config without files', (name) => {
    const text = readFileSync(`examples/studio/${name}.json`, 'utf8');
    const parsed = readConfig(JSON.parse(text), {
      subtitleDefaults: {},
      localSources: false,
      resolveFont: (family) => family,
      fontFamilies: [],
    });
    expect(parsed).toMatchObject({ ok: true });
    // Everybody can open it, also offline.
    expect(text).not.toMatch(/"(src|font-url|captions)"/);
  });

  it.each(names)('%s has a small moving picture and a poster', (name) => {
    for (const file of [`${name}.mp4`, `${name}.webp`]) {
      const { size } = statSync(`${PICTURES}/${file}`);
      expect(size).toBeGreaterThan(2_000);
      expect(size).toBeLessThan(MOST_BYTES);
    }
  });

  it('are all in the gallery, and it has no others', () => {
    const gallery = readFileSync('studio/src/gallery/examples.ts', 'utf8');
    const listed = [...gallery.matchAll(/example\('(\w+)'/g)].map(([, name]) => name!);
    expect(listed.sort()).toEqual([...names].sort());
    expect(readdirSync(PICTURES)).toHaveLength(2 * names.length);
  });
});
