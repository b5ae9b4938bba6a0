import { readFileSync } from 'node:fs';
import { COMPONENT_NAMES } from '../../src/core/project/components/catalog.js';
import { WAVEFORM_MODES } from '../../src/core/project/types/index.js';

describe('the example of components', () => {
  const example = readFileSync('examples/components/project.json', 'utf8');

  it('has each component', () => {
    const shown = [...example.matchAll(/"component": "([a-z-]+)"/g)].map(([, name]) => name);
    expect(new Set(shown)).toEqual(new Set(COMPONENT_NAMES));
  });

  it('has a waveform in each mode', () => {
    const { scenes } = JSON.parse(example) as {
      scenes: { elements: { type: string; mode?: string }[] }[];
    };
    const modes = scenes
      .flatMap(({ elements }) => elements)
      .filter(({ type }) => type === 'waveform')
      .map(({ mode = 'live' }) => mode);
    expect(modes.sort()).toEqual([...WAVEFORM_MODES]);
  });
});
