import { readFileSync } from 'node:fs';

interface FilmElement {
  readonly type: string;
  readonly text?: string;
}

interface Film {
  readonly scenes: readonly {
    readonly transition?: { readonly style: string };
    readonly 'caption-settings'?: { readonly style: string };
    readonly elements: readonly FilmElement[];
  }[];
  readonly elements: readonly (FilmElement & { readonly settings?: { readonly style: string } })[];
}

const film = JSON.parse(readFileSync('examples/film/project.json', 'utf8')) as Film;
const readme = readFileSync('README.md', 'utf8');

describe('the film of the demo', () => {
  it('contains all that the README shows of it', () => {
    const excerpt = JSON.parse(/```json\n(.*?)```/su.exec(readme)![1]!) as Film;
    const { scenes, elements, ...config } = excerpt;
    expect(film).toMatchObject(config);
    scenes.forEach((scene, index) => {
      const { elements: shown, ...rest } = scene;
      expect(film.scenes[index]).toMatchObject(rest);
      for (const element of shown) {
        expect(film.scenes[index]!.elements).toContainEqual(expect.objectContaining(element));
      }
    });
    const types = elements.map(({ type }) => type);
    expect(film.elements.filter(({ type }) => types.includes(type))).toMatchObject(elements);
  });

  it('says no sentence twice, in three caption styles, with several transitions', () => {
    const spoken = film.scenes.flatMap(({ elements }) =>
      elements.flatMap(({ type, text }) => (type === 'audio' ? [text] : [])),
    );
    expect(spoken.length).toBeGreaterThan(3);
    expect(new Set(spoken).size).toBe(spoken.length);
    const styles = [
      ...film.scenes.map((scene) => scene['caption-settings']?.style),
      ...film.elements.map(({ settings }) => settings?.style),
    ].filter((style) => style !== undefined);
    expect(new Set(styles).size).toBe(3);
    const transitions = film.scenes.flatMap(({ transition }) => (transition ? [transition] : []));
    expect(new Set(transitions.map(({ style }) => style)).size).toBeGreaterThan(1);
  });

  it('is an animation of less than 3 MB in the README', () => {
    const [, , path] = /!\[([^\]]*)\]\((docs\/images\/[\w.]+)\)/u.exec(readme)!;
    expect(readFileSync(path!).length).toBeLessThan(3_000_000);
  });
});
