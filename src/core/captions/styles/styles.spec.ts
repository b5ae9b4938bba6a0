import { readFileSync } from 'node:fs';
import { parseProject } from '../../project/parse-project.js';
import { CAPTION_STYLES } from '../../project/types/index.js';
import { captionStyleDefaults } from '../../project/fields/caption-style-defaults.js';

const page = readFileSync('docs/captions.md', 'utf8');

describe('documentation of the caption styles', () => {
  it.each([...CAPTION_STYLES, 'scripts'])('%s has a valid example', (name) => {
    const example: unknown = JSON.parse(readFileSync(`examples/captions/${name}.json`, 'utf8'));
    const parsed = parseProject(example, {
      subtitleDefaults: {},
      localSources: true,
      resolveFont: (family) => family,
      fontFamilies: [],
    });
    expect(parsed).toMatchObject({ ok: true });
    if (name !== 'scripts' && parsed.ok) {
      expect(parsed.project.subtitles?.settings.style).toBe(name);
    }
  });

  it.each(CAPTION_STYLES)('%s is described with a picture and its defaults', (style) => {
    expect(page).toContain(`### ${style}\n`);
    expect(page).toContain(`](images/captions/${style}.jpg)`);
    expect(readFileSync(`docs/images/captions/${style}.jpg`).length).toBeGreaterThan(10_000);
    const { boxColor, fontWeight } = captionStyleDefaults(style);
    const row = page
      .split('\n')
      .find((line) => line.startsWith('|') && line.includes(`\`${style}\``));
    if (boxColor !== null) expect(row).toContain(boxColor.replace(/FF$/, ''));
    if (fontWeight !== 700) expect(row).toContain(` ${fontWeight} `);
  });
});
