import { readConfig } from '../../read-config.js';

const OPTIONS = {
  ...{ subtitleDefaults: {}, localSources: false, fontFamilies: ['Inter'] },
  resolveFont: (family: string) => (family === 'Inter' ? family : null),
};
const read = (movie: object) => readConfig({ format: 'json2video', ...movie }, OPTIONS);
const movieOf = (...elements: object[]) => ({ scenes: [{ elements }] });
const elementsOf = (...elements: object[]) => {
  const result = read(movieOf(...elements));
  if (!result.ok) throw new Error(JSON.stringify(result.issues));
  return result.project.scenes[0]!.elements;
};
const text = (more: object) => ({ type: 'text', text: 'A', ...more });
const voice = { id: 'spoken', type: 'voice', text: 'Welcome' };

describe('times of other elements in a movie', () => {
  it('follow a source whose length is not known yet', () => {
    expect(
      elementsOf(
        voice,
        text({ start: '{{spoken_end}}', duration: '{{ spoken_duration }}' }),
        text({ start: '{{spoken_end - 0.5}}', duration: 2 }),
        text({ start: '{{spoken_duration + 1}}', duration: 2 }),
        text({ start: '{{spoken_start}}', duration: '{{spoken_end}}' }),
      ),
    ).toMatchObject([
      { startRule: null },
      { startRule: { begins: 'after', id: 'spoken', offsetMs: 0 }, durationOf: 'spoken' },
      { startRule: { begins: 'after', offsetMs: -500 } },
      { startRule: { begins: 'after', offsetMs: 1000 } },
      { startMs: 0, durationOf: 'spoken' },
    ]);
  });

  it('are variables where they are numbers', () => {
    expect(
      elementsOf(
        text({ id: 'title', start: 2, duration: '3' }),
        text({
          start: '{{title_end + 1}}',
          duration: '{{min(title_duration, 2)}}',
          text: 'Until {{title_end}}',
        }),
      ),
    ).toMatchObject([{}, { startMs: 6000, duration: 2000, text: 'Until 5' }]);
  });

  it('are refused where nothing gives them', () => {
    for (const start of ['{{other_end}}', '{{spoken_duration / 3}}', '{{spoken_end'])
      expect([start, read(movieOf(voice, text({ start })))]).toMatchObject([
        start,
        { ok: false, issues: [{ pointer: '/scenes/0/elements/1/start' }] },
      ]);
  });

  it('cost no more than the movie, for any text', () => {
    const elements = Array.from({ length: 400 }, (_, index) =>
      text({ id: `e${index}`, duration: 1, text: `{{ ${`e${index}_end + `.repeat(90)}0 }}` }),
    );
    const started = performance.now();
    read(movieOf(...elements));
    read(movieOf(voice, text({ start: `{{${'a_'.repeat(50_000)}end}}` })));
    expect(performance.now() - started).toBeLessThan(5_000);
  });
});

describe('variables of a movie', () => {
  it('have hints of the editor, which mean nothing', () => {
    const hints = { '@volume': '0.1=Low|1=Regular', '?color': 'Use HEX', $a: 1, '%b': 2, '&c': 3 };
    const variables = { volume: 0.5, ...hints };
    const element = { type: 'audio', src: 'https://media.example.com/a.mp3', volume: '{{volume}}' };
    const scenes = [{ variables: hints, elements: [{ ...element, variables: hints }] }];
    expect(read({ variables, scenes })).toMatchObject({ ok: true });
    expect(read({ variables: { 'my-name': 1 }, scenes: [{}] })).toMatchObject({
      issues: [{ pointer: '/variables/my-name' }],
    });
  });

  it('are numbers where expressions calculate with them, and texts where they are joined', () => {
    const variables = {
      ...{ seconds: '2', more: '1.5', code: '007', big: '10' },
      rooms: [{ size: '12', name: '5' }],
    };
    const result = read({
      variables,
      scenes: [
        {
          iterate: 'rooms',
          elements: [
            text({ duration: '{{seconds * 2 + more}}', text: '{{size / 2}} {{code}}' }),
            text({ condition: '{{big > 9}}', text: '{{name + " m"}} {{seconds}}' }),
          ],
        },
      ],
    });
    expect(result).toMatchObject({
      ok: true,
      project: {
        scenes: [{ elements: [{ duration: 5500, text: '6 007' }, { text: '5 m 2' }] }],
      },
    });
  });

  it('are not needed to iterate over nothing', () => {
    for (const iterate of [null, ''])
      expect(read({ scenes: [{ iterate, elements: [text({})] }] })).toMatchObject({ ok: true });
  });
});
