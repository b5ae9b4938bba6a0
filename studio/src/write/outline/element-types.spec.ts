import { videoConfigSchema } from '../../../../src/core/project/schema/config-schema.js';
import { newNode } from '../schema/new-nodes.js';
import type { Schema } from '../schema/types.js';
import { ELEMENT_TYPES } from './element-types.js';

const root = videoConfigSchema() as Schema;

describe('the menu of elements', () => {
  it('has all but groups and components', () => {
    const { oneOf = [] } = root.properties!['elements']!.items as Schema;
    const types = oneOf.map(({ $ref }) => $ref?.split('/').at(-1));
    const wanted = types.filter((type) => type !== 'group' && type !== 'component');
    expect(new Set<string | undefined>(ELEMENT_TYPES)).toEqual(new Set(wanted));
  });

  it('makes a page and a waveform that are seen', () => {
    expect(newNode(root, root.$defs!['html']!)).toEqual({
      type: 'html',
      html: expect.stringMatching(/^<h1>.+<\/h1>$/),
    });
    expect(newNode(root, root.$defs!['waveform']!)).toEqual({ type: 'waveform', height: '20%' });
  });
});
