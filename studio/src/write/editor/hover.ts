import { type EditorView, hoverTooltip, type Tooltip } from '@codemirror/view';
import { findNodeAtOffset, getNodePath, getNodeValue } from 'jsonc-parser';
import { video } from '../../document/index.js';
import { alternativesOf, schemasAt } from '../schema/alternatives.js';
import { schema } from '../schema/load-schema.js';
import { hintOf } from './hint.js';

/** Explains the property under the pointer. */
export const hover = hoverTooltip(explain, { hideOnChange: true });

function explain(_view: EditorView, offset: number): Tooltip | null {
  const root = schema.peek();
  const { tree } = video.parsed.peek();
  const node = tree && findNodeAtOffset(tree, offset, true);
  if (root === null || node === undefined || node === tree) return null;
  // A list or an object is explained at its name only: its inside is large.
  const isName = node.parent?.type === 'property' && node.parent.children?.[0] === node;
  if (!isName && (node.type === 'object' || node.type === 'array')) return null;
  const path = getNodePath(isName ? (node.parent?.children?.[1] ?? node) : node);
  const name = path.at(-1);
  if (typeof name !== 'string') return null;
  const holders = schemasAt(root, getNodeValue(tree!), path.slice(0, -1));
  const schemas = holders.flatMap(({ properties }) =>
    properties?.[name] === undefined ? [] : alternativesOf(root, properties[name]),
  );
  if (schemas.length === 0) return null;
  const isRequired = holders.every(({ required }) => required?.includes(name));
  return {
    pos: node.offset,
    end: node.offset + node.length,
    above: true,
    create: () => ({ dom: hintOf(name, schemas, isRequired) }),
  };
}
