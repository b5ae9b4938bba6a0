import { DEFAULT_LIMITS } from '../../core/budget/limits.js';
import { JobBudget } from '../../core/budget/job-budget.js';
import type { PathCommand } from '../../core/drawing/path.js';
import { parseProject } from '../../core/project/parse-project.js';
import type { TextShaper } from '../../core/text/types.js';
import { buildTimeline } from '../../core/timeline/build-timeline.js';
import { drawTextElements } from './draw-text-elements.js';

/** A shaper whose letters have two points each, and which counts how often a letter is drawn. */
function countingShaper() {
  const work = { drawn: 0 };
  const path: PathCommand[] = [
    ['M', 0, 0],
    ['L', 5, 5],
  ];
  const map = path.map.bind(path);
  path.map = ((change: (command: PathCommand) => unknown) => {
    work.drawn++;
    return map(change);
  }) as typeof path.map;
  const shape = (text: string) => ({
    ...{ text, direction: 'ltr', width: text.length * 10, missing: [] },
    glyphs: Array.from({ length: text.length }, (_, index) => ({
      ...{ start: index, end: index + 1, rtl: false, left: index * 10, advance: 10 },
      ...{ x: index * 10, y: 0, layers: [{ color: null, path }] },
    })),
  });
  const metrics = () => ({ ascent: 8, descent: 2, capHeight: 7, xHeight: 5 });
  return { work, shaper: { shape, metrics } as unknown as TextShaper };
}

function timelineOf(texts: readonly string[]) {
  const elements = texts.map((text) => ({ type: 'text', text }));
  const read = parseProject(
    { scenes: [{ duration: 1, elements }] },
    {
      ...{ subtitleDefaults: {}, localSources: false },
      ...{ resolveFont: () => 'Any', fontFamilies: ['Any'] },
    },
  );
  if (!read.ok) throw new Error(JSON.stringify(read.issues));
  return buildTimeline(read.project, new Map());
}

describe('drawTextElements', () => {
  const timeline = timelineOf(['abc', 'defg', 'hi']);
  const draw = (keptPoints: number) => {
    const { work, shaper } = countingShaper();
    const budget = new JobBudget({ ...DEFAULT_LIMITS, keptPoints });
    const shaping = { shaper, familyOf: new Map(), close: () => {} };
    return { work, run: () => drawTextElements(timeline, shaping, budget) };
  };

  it('draws each letter once', () => {
    const { work, run } = draw(18);
    expect(run().texts).toHaveLength(3);
    expect(work.drawn).toBe(9);
  });

  it('refuses texts with too many outlines before it draws any of them', () => {
    const { work, run } = draw(17);
    const pointer = '/scenes/0/elements/1';
    expect(run).toThrow(expect.objectContaining({ code: 'MEDIA_LIMIT_EXCEEDED', pointer }));
    expect(work.drawn).toBe(0);
  });
});
