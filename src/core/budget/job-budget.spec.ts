import { JobFailure } from '../job/job-failure.js';
import { JobBudget } from './job-budget.js';
import { DEFAULT_LIMITS } from './limits.js';

const budget = () => new JobBudget({ ...DEFAULT_LIMITS, glyphs: 10 });
const failure = (work: () => void) => {
  try {
    work();
  } catch (error) {
    return error as JobFailure;
  }
  return null;
};

describe('JobBudget', () => {
  it('adds up the work of a job and names the part that adds most', () => {
    const own = budget();
    own.spend('glyphs', 6, '/scenes/0');
    own.spend('glyphs', 4, '/scenes/1');
    const refused = failure(() => own.spend('glyphs', 1, '/scenes/2'));
    expect(refused).toBeInstanceOf(JobFailure);
    expect(refused).toMatchObject({
      code: 'MEDIA_LIMIT_EXCEEDED',
      pointer: '/scenes/0',
      message:
        'Expected at most 10 characters of texts and captions in all shapes of the video, but got 11. The operator sets the limit with VIDEOCRAFT_LIMITS_GLYPHS.',
    });
  });

  it('foresees work without spending it', () => {
    const own = budget();
    own.spend('glyphs', 6, '/a');
    own.foresee('glyphs', 4, '/b');
    expect(failure(() => own.foresee('glyphs', 5, '/b'))).toMatchObject({ pointer: '/b' });
    own.spend('glyphs', 4, '/b');
  });

  it('allows work that counts alone', () => {
    const own = budget();
    own.allow('glyphs', 10, '/a');
    own.allow('glyphs', 10, '/b');
    expect(failure(() => own.allow('glyphs', 11, '/c'))).toMatchObject({ pointer: '/c' });
  });
});
