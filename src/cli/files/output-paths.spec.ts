import { outputPaths } from './output-paths.js';

describe('outputPaths', () => {
  it.each([
    ['/out/a.mp4', [{}], ['/out/a.mp4']],
    ['/out/a.mp4', [{}, {}], ['/out/a-1.mp4', '/out/a-2.mp4']],
    ['/out/{{ index }}-{{ sku }}.mp4', [{ sku: 'x' }], ['/out/1-x.mp4']],
    [
      '/out/{{sku}}.mp4',
      [{ sku: '../../etc/x' }, { sku: 7 }],
      ['/out/-..-etc-x.mp4', '/out/7.mp4'],
    ],
  ])('%s', (pattern, sets, paths) => expect(outputPaths(pattern, sets)).toEqual(paths));

  it.each([
    ['/a/', [{}], 'The output /a/ is a folder.'],
    ['/a/', [{}, {}], 'The output /a/ is a folder.'],
    ['/a/{{ sku }}', [{ sku: '' }], 'The output /a/ is a folder.'],
    ['/a/{{ sku }}.mp4', [{ sku: 1 }, { sku: '' }], 'The output /a/.mp4 has no name'],
    ['/a/{{ sku }}.MP4', [{ sku: '...' }], 'The output /a/.MP4 has no name'],
  ])('rejects an option that names no file: %s of %j', (pattern, sets, message) => {
    expect(() => outputPaths(pattern, sets)).toThrow(message);
  });

  it('rejects two videos with the same name, and unknown names', () => {
    expect(() => outputPaths('/a/{{sku}}.mp4', [{ sku: 1 }, { sku: '1' }])).toThrow(
      'have the output /a/1.mp4',
    );
    expect(() => outputPaths('/a/{{x}}.mp4', [{ sku: 1 }])).toThrow('variable "x" does not exist');
  });
});
