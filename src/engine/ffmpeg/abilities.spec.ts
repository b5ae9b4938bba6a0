import { type BuildAbilities, frameMode } from './abilities.js';

const knowing = (...frameModes: string[]): BuildAbilities => ({
  ...{ filters: new Set<string>(), encoders: new Set<string>(), transitions: new Set<string>() },
  frameModes: new Set(frameModes),
});

describe('the option that chooses the frames of an output', () => {
  it.each([
    ['before 5.1', ['-vsync'], '-vsync'],
    ['up to 7', ['-vsync', '-fps_mode'], '-fps_mode'],
    ['without the old name', ['-fps_mode'], '-fps_mode'],
  ])('has the name that builds %s know', (_, known, name) => {
    expect(frameMode(knowing(...known), 'vfr')).toEqual([name, 'vfr']);
  });
});
