import { chmod, link, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseProject } from '../../core/project/parse-project.js';
import type { Project } from '../../core/project/types/index.js';
import { checkOutputs, refuseExisting } from './check-outputs.js';

const CONFIG = {
  scenes: [{ elements: [{ type: 'video', src: 'clips/a.mp4' }] }],
  elements: [
    {
      type: 'subtitles',
      captions: 'tour.subtitles.srt',
      settings: { 'font-url': 'letters.ttf' },
    },
  ],
  outputs: [{ type: 'poster', name: 'poster' }],
};

function projectOf(config: object): Project {
  const parsed = parseProject(config, {
    subtitleDefaults: {},
    localSources: true,
    fontFamilies: ['Inter'],
    resolveFont: (family) => family,
  });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues));
  return parsed.project;
}

describe('checkOutputs', () => {
  let dir: string;

  beforeAll(async () => {
    dir = await mkdtemp(join(tmpdir(), 'videocraft-outputs-'));
    await mkdir(join(dir, 'clips'));
    for (const name of ['clips/a.mp4', 'tour.subtitles.srt', 'letters.ttf', 'project.json']) {
      await writeFile(join(dir, name), name);
    }
    await writeFile(join(dir, 'rows.csv'), 'x');
    await symlink('clips', join(dir, 'linked'));
    await symlink('clips/a.mp4', join(dir, 'symbolic.mp4'));
    await link(join(dir, 'clips/a.mp4'), join(dir, 'hard.mp4'));
    await link(join(dir, 'letters.ttf'), join(dir, 'font.mp4'));
    await symlink('project.json', join(dir, 'config.mp4'));
    await symlink('rows.csv', join(dir, 'rows.mp4'));
    await mkdir(join(dir, 'folder.mp4'));
    await symlink('/dev/null', join(dir, 'null.mp4'));
    await symlink('loop.mp4', join(dir, 'loop.mp4'));
    await mkdir(join(dir, 'closed'));
    await chmod(join(dir, 'closed'), 0o500);
  });

  afterAll(() => rm(dir, { recursive: true, force: true }));

  const check = (...outputs: string[]) =>
    checkOutputs(
      outputs.map((output) => ({ project: projectOf(CONFIG), outputPath: join(dir, output) })),
      { project: join(dir, 'project.json'), variables: join(dir, 'rows.csv') },
    );

  it.each([
    ['clips/a.mp4', 'would overwrite the source at /scenes/0/elements/0'],
    ['clips/../clips/a.mp4', 'would overwrite the source at /scenes/0/elements/0'],
    ['linked/a.mp4', 'would overwrite the source at /scenes/0/elements/0'],
    ['symbolic.mp4', 'would overwrite the source at /scenes/0/elements/0'],
    ['hard.mp4', 'would overwrite the source at /scenes/0/elements/0'],
    ['font.mp4', 'would overwrite the source at /elements/0'],
    ['config.mp4', 'would overwrite the project file'],
    ['rows.mp4', 'would overwrite the variables file'],
    ['tour.mp4', 'next to the video would overwrite the source at /elements/0'],
    ['folder.mp4', 'is a folder'],
    [`${'n'.repeat(300)}.mp4`, 'has a name that is too long'],
    // The file next to it has a longer name.
    [`${'n'.repeat(245)}.mp4`, 'has a name that is too long'],
    ['loop.mp4', 'a symbolic link to itself'],
    ['null.mp4', 'is not a regular file'],
    ['project.json/x.mp4', 'which is not a folder'],
    ['x.webm', 'Use .mp4'],
    ['x.mov', 'Use .mp4'],
    ['x.json', 'Use .mp4'],
  ])('refuses %s', async (output, words) => {
    await expect(check(output)).rejects.toThrow(words);
  });

  it.each([
    ['out/1.mp4', 'out/1.mp4'],
    ['clips/b.mp4', 'linked/b.mp4'],
    ['new/x.mp4', 'new/../new/x.mp4'],
  ])('refuses two videos at %s and %s', async (one, other) => {
    await expect(check(one, other)).rejects.toThrow('are the same file. Use {{ index }}');
  });

  it('refuses a folder that is not writable', async () => {
    // The superuser can open every folder.
    if (process.getuid?.() === 0) await expect(check('closed/x.mp4')).resolves.toBeUndefined();
    else await expect(check('closed/x.mp4')).rejects.toThrow('is not writable');
  });

  it.each([['new.mp4'], ['NEW.MP4'], ['no-ending'], ['some/new/folder/x.mp4'], ['a.mp4', 'b.mp4']])(
    'accepts %s',
    async (...outputs) => {
      await expect(check(...outputs)).resolves.toBeUndefined();
    },
  );

  it('refuses a picture with the extension of another file type', async () => {
    const picture = (name: string) =>
      checkOutputs(
        [{ project: projectOf(CONFIG), outputPath: join(dir, name), pictureTypes: ['.png'] }],
        { project: join(dir, 'project.json'), variables: null },
      );
    for (const name of ['x.mp4', 'x', 'x.png.txt']) {
      await expect(picture(name)).rejects.toThrow('is a picture. Use one of .png');
    }
    await expect(picture('tour.PNG')).resolves.toBeUndefined();
  });

  it('refuses to replace a video or a file next to it', async () => {
    const planned = [{ project: projectOf(CONFIG), outputPath: join(dir, 'kept.mp4') }];
    const none = () => false;
    await expect(refuseExisting(planned, none)).resolves.toBeUndefined();
    await writeFile(join(dir, 'kept.subtitles.vtt'), '');
    await expect(refuseExisting(planned, none)).rejects.toThrow(
      'kept.subtitles.vtt next to the video already exists',
    );
    await writeFile(join(dir, 'kept.mp4'), '');
    await expect(refuseExisting(planned, none)).rejects.toThrow('replace it with --force');
    await expect(refuseExisting(planned, () => true)).resolves.toBeUndefined();
  });
});
