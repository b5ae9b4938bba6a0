import { collectColors } from '../schema/colors.js';
import { alternativesOf } from '../schema/alternatives.js';
import { newNodeOptions } from '../schema/new-nodes.js';
import type { Schema } from '../schema/types.js';
import { isAddress, isColor, namedValues, plainText } from '../schema/values.js';
import { texts } from '../../texts/index.js';
import { assets } from '../sources/assets.js';
import type { Option } from './option.js';
import type { Place } from './place.js';

/** What can be written as a value. */
export async function valueOptions(
  root: Schema,
  place: Place,
  text: string,
  isQuoted: boolean,
): Promise<Option[]> {
  const { schemas } = place;
  const options = [
    ...named(schemas),
    ...missing(schemas),
    ...(schemas.some(isColor) ? colors(text) : []),
    ...(schemas.some(isAddress) ? await files() : []),
    ...(isQuoted ? [] : objects(root, schemas)),
  ];
  const seen = new Set<string>();
  return options.filter(({ label }) => !seen.has(label) && seen.add(label));
}

function named(schemas: readonly Schema[]): Option[] {
  return namedValues(schemas).map((value, index) => ({
    label: plainText(value),
    type: typeof value === 'string' ? 'enum' : 'constant',
    boost: -index / 10,
    inserts: escaped(JSON.stringify(value)),
  }));
}

/** The default of a value that cannot be listed. */
function missing(schemas: readonly Schema[]): Option[] {
  const value = schemas.find((schema) => schema.default !== undefined)?.default;
  if (value === undefined || typeof value === 'object') return [];
  return [
    {
      label: plainText(value),
      type: 'constant',
      detail: texts.write.missing(plainText(value)),
      inserts: escaped(JSON.stringify(value)),
    },
  ];
}

function colors(text: string): Option[] {
  return collectColors(text).map(({ color, isUsed }, index) => ({
    label: color,
    type: 'constant',
    detail: isUsed ? texts.write.ownColor : '',
    boost: -index / 10,
    inserts: JSON.stringify(color),
  }));
}

async function files(): Promise<Option[]> {
  return (await assets()).map(({ src, name, content_type: type }) => ({
    label: src,
    displayLabel: name,
    type: 'variable',
    detail: type,
    boost: 20,
    inserts: JSON.stringify(src),
  }));
}

function objects(root: Schema, schemas: readonly Schema[]): Option[] {
  return schemas
    .filter(({ type }) => type === 'object' || type === 'array')
    .flatMap((schema) => alternativesOf(root, schema))
    .flatMap((schema) => newNodeOptions(root, schema));
}

function escaped(json: string): string {
  return json.replaceAll('\\', '\\\\').replaceAll('${', '\\${');
}
