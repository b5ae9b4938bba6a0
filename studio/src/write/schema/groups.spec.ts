import { videoTemplateSchema } from '../../../../src/core/project/schema/template-schema.js';
import { propertiesOf } from './alternatives.js';
import { groupsOf, rankOf } from './groups.js';
import { uniquePositions } from './positions.js';
import type { Schema } from './types.js';

const root = videoTemplateSchema() as Schema;
const namesOf = (title: string) => [...propertiesOf([root.$defs![title]!]).keys()];

describe('groupsOf', () => {
  it('has each property of an element once', () => {
    for (const title of [
      'text',
      'image',
      'video',
      'audio',
      'shape',
      'html',
      'waveform',
      'group',
      'subtitles',
      'scene',
    ]) {
      const names = namesOf(title);
      const grouped = groupsOf(names).flatMap((group) => group.names);
      expect([...grouped].sort()).toEqual([...names].sort());
    }
  });

  it('begins with the content', () => {
    expect(groupsOf(namesOf('text'))[0]).toEqual({ id: 'content', names: ['text'] });
    expect(groupsOf(namesOf('image'))[0]).toEqual({ id: 'content', names: ['src'] });
  });

  it('has the size of the video in its format', () => {
    expect(groupsOf(Object.keys(root.properties!))[0]).toEqual({
      id: 'frame',
      names: ['resolution', 'width', 'height', 'fps'],
    });
  });
});

describe('rankOf', () => {
  it('has common properties first', () => {
    expect(rankOf('text')).toBeLessThan(rankOf('start'));
    expect(rankOf('start')).toBeLessThan(rankOf('variables'));
  });
});

describe('uniquePositions', () => {
  it('has nine', () => {
    const { anyOf = [] } = root.$defs!['text']!.properties!['position']!;
    expect(uniquePositions(anyOf[0]?.enum ?? [])).toHaveLength(9);
  });
});
