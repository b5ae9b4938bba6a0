import { useContext } from 'preact/hooks';
import { problems, isWithin, video } from '../../../document/index.js';
import { texts } from '../../../texts/index.js';
import { Button, IconButton } from '../../../ui/button.js';
import { Disclosure } from '../../fields/disclosure.js';
import type { Schema } from '../../schema/types.js';
import { setField } from '../../fields/edits.js';
import type { ControlProps } from './control.js';
import { Fields } from './fields-of.js';
import { wordsOf } from '../../fields/labels.js';

/** A list: its items with a button to remove each, and buttons to add one. */
export function ListControl({ name, pointer, value, schemas, label }: ControlProps) {
  const fields = useContext(Fields)!;
  const items = Array.isArray(value) ? value : [];
  const kinds = fields.alternatives(schemas[0]?.items ?? {});
  const add = (index: number) => {
    const item = fields.newValue(kinds[index]!);
    if (Array.isArray(value)) video.insert(`${pointer}/-`, item);
    else setField(pointer, [item]);
  };
  const isWrong = problems.value.some((problem) => isWithin(problem.pointer, pointer));
  return (
    <Disclosure
      id={name}
      title={label}
      note={items.length === 0 ? texts.write.none : texts.write.items(items.length)}
      isOpenAtFirst={items.length > 0}
      isWrong={isWrong}
    >
      {items.map((item: unknown, index) => (
        <div class="list-item" key={index}>
          <div class="list-item-field">
            {fields.field({
              name,
              pointer: `${pointer}/${index}`,
              schemas: kindsOf(kinds, item),
              label: labelOfItem(kindsOf(kinds, item), index),
            })}
          </div>
          <IconButton
            icon="trash"
            label={texts.write.removeItem(label, index + 1)}
            onClick={() => video.remove(`${pointer}/${index}`)}
          />
        </div>
      ))}
      <div class="list-actions">
        {kinds.map((kind, index) => (
          <Button key={index} icon="add" onClick={() => add(index)}>
            {kinds.length === 1 ? texts.write.addItem : wordsOf(kind.title ?? String(kind.type))}
          </Button>
        ))}
      </div>
    </Disclosure>
  );
}

function labelOfItem(kinds: readonly Schema[], index: number): string {
  const [{ title } = {}] = kinds;
  return texts.write.item(title === undefined ? '' : wordsOf(title), index + 1);
}

/** Of objects, the one that an item says it is. */
function kindsOf(kinds: readonly Schema[], item: unknown): readonly Schema[] {
  const type = (item as { type?: unknown } | null)?.type;
  const own = kinds.filter((kind) => kind.properties?.['type']?.enum?.includes(type) ?? false);
  return own.length > 0 ? own : kinds;
}
