import { nameFontFamilies } from '../../../../src/core/project/schema/name-font-families.js';
import { videoTemplateSchema } from '../../../../src/core/project/schema/template-schema.js';
import { alternativesOf, propertiesOf } from '../schema/alternatives.js';
import type { Schema } from '../schema/types.js';
import { kindOf, offeredSchemas } from './kinds.js';

const root = nameFontFamilies(videoTemplateSchema(), ['Inter']) as Schema;

function kindsOf(title: string): Record<string, string> {
  const [object] = alternativesOf(root, title === '' ? root : root.$defs![title]!);
  const entries = [...propertiesOf([object!])].map(([name, schema]) => [
    name,
    kindOf(name, offeredSchemas(name, alternativesOf(root, schema), undefined)),
  ]);
  return Object.fromEntries(entries) as Record<string, string>;
}

describe('kindOf', () => {
  it('finds a control for each property of elements', () => {
    expect(kindsOf('text')).toMatchObject({
      text: 'text',
      id: 'line',
      start: 'number',
      duration: 'duration',
      x: 'scalar',
      position: 'position',
      opacity: 'number',
      settings: 'object',
      'animate-in': 'variants',
      condition: 'line',
      variables: 'json',
    });
    expect(kindsOf('image')).toMatchObject({ src: 'address', rotate: 'variants', flip: 'choice' });
    expect(kindsOf('shape')).toMatchObject({ fill: 'variants', 'stroke-color': 'color' });
    expect(kindsOf('audio')).toMatchObject({ loop: 'switch', 'audio-track': 'scalar' });
    expect(kindsOf('text-settings')).toMatchObject({
      'font-family': 'font',
      'font-size': 'scalar',
    });
    expect(kindsOf('caption-settings')).toMatchObject({ keywords: 'list', replace: 'json' });
  });

  it('offers kinds of times only where a time names another element', () => {
    const schema = propertiesOf(alternativesOf(root, root.$defs!['text']!)).get('start')!;
    const kind = (value: unknown) =>
      kindOf('start', offeredSchemas('start', alternativesOf(root, schema), value));
    expect([2, null, { after: 'a' }].map(kind)).toEqual(['number', 'number', 'variants']);
  });

  it('finds a control for each property of the video', () => {
    expect(kindsOf('')).toMatchObject({
      resolution: 'choice',
      fps: 'number',
      loudness: 'variants',
      outputs: 'list',
      stills: 'list',
      'client-data': 'json',
    });
  });
});
