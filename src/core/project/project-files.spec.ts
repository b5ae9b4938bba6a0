import { parseProject } from './parse-project.js';
import { mapReferences, sourceReferencesOf } from './project-files.js';

const OPTIONS = {
  subtitleDefaults: {},
  localSources: true,
  resolveFont: (family: string) => family,
  fontFamilies: [],
};

function projectWith(replace: Record<string, string>) {
  const elements = [
    { type: 'image', src: 'harbor.png', duration: 1 },
    { type: 'subtitles', settings: { replace } },
  ];
  const read = parseProject({ scenes: [{ duration: 1 }], elements }, OPTIONS);
  if (!read.ok) throw new Error(JSON.stringify(read.issues));
  return read.project;
}

describe('references to files', () => {
  it('are no words of captions, whatever they are', () => {
    const project = projectWith({ src: 'source', fontUrl: 'harbor.png' });
    expect(sourceReferencesOf(project)).toEqual([{ src: 'harbor.png', pointer: '/elements/0' }]);
    const moved = mapReferences(project, (src) => `/videos/${src}`);
    expect(moved.elements).toMatchObject([{ src: '/videos/harbor.png' }]);
    expect(moved.subtitles!.settings.replace).toEqual({ src: 'source', fontUrl: 'harbor.png' });
  });
});
