import { readConfig } from '../../src/core/project/read-config.js';
import { styleSample } from '../../studio/src/captions/style-sample.js';
import { FORMATS } from '../../studio/src/start/formats.js';
import { formatConfig } from '../../studio/src/start/format-config.js';
import { LOOKS } from '../../studio/src/start/looks.js';
import {
  makeConfig,
  makeProbe,
  makeSlideshow,
  type Material,
} from '../../studio/src/start/make-config.js';
import { paceWords } from '../../studio/src/timeline/pace-words.js';

const SCRIPT = 'The sea was calm. Nobody had seen it like this, not in a hundred years.';
const ASSET = 'asset:019ab59e-4c00-7aa0-8d4e-1b2c3d4e5f60';
const MATERIAL: Material = {
  ...{ format: FORMATS[0]!, look: LOOKS[0]!, script: SCRIPT, pictures: [] },
  ...{ speech: null, music: null, captionFile: null, font: null },
};

/** What the service says of a config. */
function checked(config: unknown) {
  return readConfig(JSON.parse(formatConfig(config)), {
    ...{ subtitleDefaults: {}, localSources: false, fontFamilies: [] },
    resolveFont: (family: string) => family,
  });
}

const VALID = { ok: true };

describe('made configs', () => {
  const words = paceWords(SCRIPT);
  const pictures = [
    { src: ASSET, kind: 'image' as const },
    { src: ASSET, kind: 'video' as const },
  ];

  it.each(
    LOOKS.flatMap((look) => FORMATS.map((format) => [look.id, format.id, look, format] as const)),
  )('are valid in the look %s and the format %s', (_, __, look, format) => {
    const plan = { starts: [0, 3], seconds: 8, words, hasCaptions: true };
    expect(checked(makeConfig({ ...MATERIAL, look, format }, plan))).toMatchObject(VALID);
    const all = { ...MATERIAL, look, format, pictures, speech: ASSET, music: ASSET, font: ASSET };
    expect(checked(makeConfig(all, { ...plan, words: null }))).toMatchObject(VALID);
    expect(
      checked(makeConfig({ ...all, speech: null, captionFile: ASSET }, { ...plan, words: null })),
    ).toMatchObject(VALID);
    expect(checked(makeSlideshow(all, 4))).toMatchObject(VALID);
    expect(checked(makeProbe(all))).toMatchObject(VALID);
    expect(checked(makeProbe({ ...all, speech: null, captionFile: ASSET }))).toMatchObject(VALID);
  });
});

describe('pictures of caption styles', () => {
  it('are valid with and without words', () => {
    const value = { scenes: [{ elements: [{ type: 'image', src: ASSET }] }] };
    const input = {
      value,
      timeline: null,
      playhead: 0,
      settings: {},
      style: 'pop',
      fallback: 'a b',
    };
    const words = paceWords(SCRIPT).map((word) => ({ ...word, track: 0 }));
    expect(checked(styleSample({ ...input, words }).config)).toMatchObject(VALID);
    expect(checked(styleSample({ ...input, words: [] }).config)).toMatchObject(VALID);
  });
});
