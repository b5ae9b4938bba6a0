import { useMemo } from 'preact/hooks';
import { partsOf, problems, video } from '../../document/index.js';
import { texts } from '../../texts/index.js';
import { alternativesOf, propertiesOf, schemasAt, spellingOf } from '../schema/alternatives.js';
import { groupsOf, type GroupId } from '../schema/groups.js';
import type { Schema } from '../schema/types.js';
import { newNode } from '../schema/new-nodes.js';
import { newValue } from '../schema/values.js';
import { type FieldMaker, Fields } from './controls/fields-of.js';
import { Disclosure } from '../fields/disclosure.js';
import { FieldRow } from './field-row.js';

/** Opened by whoever wants them. */
const CLOSED: ReadonlySet<GroupId> = new Set(['output', 'more']);
/** The parts of these have forms of their own. */
const IN_OUTLINE: ReadonlySet<string> = new Set(['scenes', 'elements', 'type', '$schema']);

/** The fields of the video, a scene, or an element, in groups. */
export function NodeForm({ root, pointer }: { root: Schema; pointer: string }) {
  const path = partsOf(pointer).map((part) => (/^\d+$/.test(part) ? Number(part) : part));
  const [schema = {}] = schemasAt(root, video.value.value, path);
  const object = video.valueAt(pointer);
  const maker = useMemo(() => makerOf(root), [root]);
  const properties = propertiesOf([schema]);
  const names = [...properties.keys()].filter((name) => !IN_OUTLINE.has(name));
  const own = problems.value.filter((problem) => problem.pointer === pointer);
  return (
    <Fields.Provider value={maker}>
      {own.length > 0 && (
        <div class="form-error node" role="status">
          {own.map(({ message, severity }, index) => (
            <p key={index} class={severity}>
              {message}
            </p>
          ))}
        </div>
      )}
      {groupsOf(names).map(({ id, names: members }) => {
        const isSet = (name: string) =>
          valueOf(object, spellingOf(object, schema, name)) !== undefined;
        const count = members.filter(isSet).length;
        const isWrong = problems.value.some(({ pointer: at }) =>
          members.some((name) => at.startsWith(`${pointer}/${spellingOf(object, schema, name)}`)),
        );
        return (
          <Disclosure
            key={`${pointer === '' ? 'video' : ''}${id}`}
            id={`group-${id}`}
            title={texts.write.groups[id]}
            isOpenAtFirst={!CLOSED.has(id) || count > 0}
            isWrong={isWrong}
            {...(count === 0 ? {} : { note: texts.write.changed(count) })}
          >
            {members.map((name) => fieldOf(root, schema, object, pointer, name))}
          </Disclosure>
        );
      })}
    </Fields.Provider>
  );
}

function fieldOf(root: Schema, schema: Schema, object: unknown, pointer: string, name: string) {
  const schemas = alternativesOf(root, schema.properties?.[name] ?? {});
  const spelling = spellingOf(object, schema, name);
  return (
    <FieldRow
      key={`${pointer}/${name}`}
      name={name}
      pointer={`${pointer}/${spelling}`}
      schemas={schemas}
      isRequired={schema.required?.includes(name) ?? false}
    />
  );
}

/** How controls show the fields within their values. */
function makerOf(root: Schema): FieldMaker {
  return {
    properties(pointer, schema) {
      const names = [...propertiesOf([schema]).keys()].filter((name) => name !== 'type');
      const object = video.valueAt(pointer);
      return names.map((name) => fieldOf(root, schema, object, pointer, name));
    },
    field: (request) => <FieldRow key={request.pointer} {...request} />,
    newValue: (schema) =>
      schema.type === 'object' ? newNode(root, schema) : newValue(root, schema),
    alternatives: (schema) => alternativesOf(root, schema),
  };
}

function valueOf(object: unknown, name: string): unknown {
  return (object as Record<string, unknown> | null | undefined)?.[name];
}
