import { estimateProject } from '../../budget/estimate-project.js';
import { excessIssues } from '../../budget/estimate.js';
import { DEFAULT_LIMITS } from '../../budget/limits.js';
import { draftOf } from '../draft-of.js';
import { parseProject, type ParseOptions } from '../parse-project.js';
import { readConfig } from '../read-config.js';
import { sourceReferencesOf } from '../project-files.js';

const OPTIONS: ParseOptions = {
  subtitleDefaults: {},
  localSources: true,
  resolveFont: (name) => name,
  fontFamilies: ['Inter'],
  drawsHtml: true,
};
const element = { type: 'html', html: '<b>Hi</b>' };
const configOf = (...elements: object[]) => ({
  width: 640,
  height: 360,
  scenes: [{ duration: 1, elements }],
});
const read = (...elements: object[]) => {
  const result = parseProject(configOf(...elements), OPTIONS);
  if (!result.ok) throw new Error(JSON.stringify(result.issues));
  return result.project;
};
const issuesOf = (config: object, options = OPTIONS) => {
  const result = readConfig(config, options);
  return result.ok ? [] : result.issues;
};

describe('an element of HTML', () => {
  it('is a picture that is still to be drawn, in the size of the frame', () => {
    expect(read(element).scenes[0]!.elements).toMatchObject([
      {
        ...{ type: 'image', src: 'html:', width: 640, height: 360, resize: 'fill' },
        page: { html: '<b>Hi</b>', css: '', width: 640, height: 360, pixelRatio: 1 },
      },
    ]);
  });

  it('has its box, without its padding, as its page', () => {
    const box = { width: 200, height: 100, padding: 10, 'pixel-ratio': 2, css: 'b{color:red}' };
    const page = { width: 180, height: 80, pixelRatio: 2, css: 'b{color:red}' };
    expect(read({ ...element, ...box }).scenes[0]!.elements).toMatchObject([
      { width: 200, height: 100, page },
    ]);
  });

  it('has the size of its group, and can be the matte of another one', () => {
    const group = { type: 'group', width: 300, height: 150, elements: [element] };
    const shape = { type: 'shape', shape: 'rectangle', fill: '#FF0000', matte: { element } };
    expect(read(group, shape).scenes[0]!.elements).toMatchObject([
      { elements: [{ page: { width: 300, height: 150 } }] },
      { matte: { element: { page: { width: 640, height: 360 } } } },
    ]);
  });

  it('has the same page in a draft, in a smaller box', () => {
    const project = { ...read({ ...element, width: 320, height: 180 }), width: 1280, height: 720 };
    expect(draftOf(project).scenes[0]!.elements).toMatchObject([
      { width: 160, height: 90, page: { width: 320, height: 180 } },
    ]);
  });

  it('names no file', () => expect(sourceReferencesOf(read(element))).toEqual([]));

  it('is refused by name where nothing draws it', () => {
    expect(issuesOf(configOf(element), { ...OPTIONS, drawsHtml: false })).toEqual([
      {
        pointer: '/scenes/0/elements/0',
        message: expect.stringMatching(/^Nothing draws HTML here\..*VIDEOCRAFT_BROWSER_PATH/),
      },
    ]);
  });

  it('is refused if its picture is too large', () => {
    const large = { ...element, width: 4096, height: 4096, 'pixel-ratio': 1.1 };
    expect(issuesOf(configOf(large))).toMatchObject([
      { pointer: '/scenes/0/elements/0', message: expect.stringContaining('16777216 pixels') },
    ]);
    expect(issuesOf(configOf({ ...element, html: 'a'.repeat(1_000_001) }))).toMatchObject([
      { pointer: '/scenes/0/elements/0/html' },
    ]);
  });

  it('has a limit on its number', () => {
    const many = Array.from({ length: 101 }, () => element);
    const issues = excessIssues(estimateProject(read(...many)), DEFAULT_LIMITS);
    expect(issues[0]?.message).toContain('VIDEOCRAFT_LIMITS_HTML_PAGES');
    expect(issuesOf(configOf(...many))).toHaveLength(1);
  });
});
