import { video } from '../../document/index.js';
import { texts } from '../../texts/index.js';
import { Button, IconButton } from '../../ui/button.js';
import { Menu } from '../../ui/menu.js';
import { partOf } from '../schema/parts.js';
import type { Schema } from '../schema/types.js';
import { addElement, addScene, duplicate, moveBy, removePart } from './changes.js';
import { ELEMENT_TYPES } from './element-types.js';

export interface OutlineToolsProps {
  readonly root: Schema | null;
  readonly isLocked: boolean;
  /** After a change: the focus goes to what is selected. */
  readonly onDone: () => void;
}

/** Adds, copies, moves, and removes scenes and elements. */
export function OutlineTools({ root, isLocked, onDone }: OutlineToolsProps) {
  const pointer = partOf(video.selection.value);
  const { outline, types } = texts.write;
  const isOff = isLocked || pointer === '';
  const then = (change: () => unknown) => () => {
    change();
    onDone();
  };
  const canAdd = root !== null && !isLocked;
  return (
    <div class="outline-tools" role="toolbar" aria-label={outline.tools}>
      <Button variant="quiet" icon="add" disabled={!canAdd} onClick={then(() => addScene(root!))}>
        {types.scene}
      </Button>
      {canAdd && (
        <Menu
          icon="add"
          label={outline.addElement}
          text={outline.element}
          align="start"
          items={ELEMENT_TYPES.map((type) => ({
            label: types[type],
            onSelect: then(() => addElement(root, type)),
          }))}
        />
      )}
      <span class="space" />
      <IconButton
        icon="up"
        label={outline.moveUp}
        disabled={isOff}
        onClick={then(() => moveBy(pointer, -1))}
      />
      <IconButton
        icon="down"
        label={outline.moveDown}
        disabled={isOff}
        onClick={then(() => moveBy(pointer, 1))}
      />
      <IconButton
        icon="copy"
        label={outline.duplicate}
        disabled={isOff}
        onClick={then(() => duplicate(pointer))}
      />
      <IconButton
        icon="trash"
        label={outline.remove}
        disabled={isOff}
        onClick={then(() => removePart(pointer))}
      />
    </div>
  );
}
