import { draftOf } from './draft-of.js';
import { mapReferences } from './project-files.js';
import { readConfig } from './read-config.js';
import type { ParseResult } from './types/index.js';

const OPTIONS = {
  ...{ subtitleDefaults: {}, localSources: true, fontFamilies: ['Inter'] },
  resolveFont: (family: string) => family,
};
const FACTS = { width: 1280, height: 720, frameRate: 50, seconds: 3, hasSound: false };

const projectOf = (read: ParseResult) => {
  if (!read.ok) throw new Error(JSON.stringify(read.issues));
  return read.project;
};

it('changes a project, and what it becomes with its sources', () => {
  const layers = [{ type: 'video', path: 'a.mp4' }];
  const project = projectOf(readConfig({ clips: [{ layers }] }, OPTIONS));
  expect(project).toMatchObject({ width: 640, height: 360 });
  const moved = draftOf(mapReferences(project, (src) => `/videos/${src}`));
  const known = projectOf(moved.withSources!(new Map([['/videos/a.mp4', FACTS]])));
  expect(known).toMatchObject({ width: 640, height: 360, draft: true, fps: { num: 50 } });
  expect(known.scenes[0]!.elements).toMatchObject([{ src: '/videos/a.mp4' }]);
  expect(known.withSources).toBeNull();
});
