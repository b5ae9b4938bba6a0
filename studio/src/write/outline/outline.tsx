import { useEffect, useRef, useState } from 'preact/hooks';
import { isWithin, video } from '../../document/index.js';
import { texts } from '../../texts/index.js';
import type { Schema } from '../schema/types.js';
import { assetNames, useAssetNames } from '../../uploads/asset-names.js';
import { partOf } from '../schema/parts.js';
import { duplicate, moveBy, removePart } from './changes.js';
import { itemsOf } from './items.js';
import { OutlineItem } from './outline-item.js';
import { OutlineTools } from './outline-tools.js';
import './outline.css';
import { useDrag } from './use-drag.js';

/** In a longer video, only the scene of what is selected is open at first. */
const MOST_OPEN = 120;

/**
 * The scenes and elements of the video as a tree, by the pattern of WAI-ARIA: one stop of the keyboard, arrows between
 * items. The item with the focus is selected.
 */
export function Outline({ root, isLocked }: { root: Schema | null; isLocked: boolean }) {
  const tree = useRef<HTMLUListElement>(null);
  const [choices, setChoices] = useState<ReadonlyMap<string, boolean>>(new Map());
  const drag = useDrag(isLocked);
  const selected = partOf(video.selection.value);
  const all = itemsOf(video.value.value, assetNames.value);
  const isLong = all.length > MOST_OPEN;
  const isClosed = (pointer: string) => {
    const hasSelected = selected !== pointer && isWithin(selected, pointer);
    const isOpen = choices.get(pointer) ?? (!isLong || selected === pointer);
    return !hasSelected && !isOpen;
  };
  const items = all.filter(
    ({ pointer, kind }) => kind !== 'element' || !isClosed(sceneOf(pointer)),
  );
  const at = Math.max(
    items.findIndex(({ pointer }) => pointer === selected),
    0,
  );

  useAssetNames(video.text.value);

  useEffect(() => {
    const item = tree.current?.querySelector('[aria-selected="true"]');
    item?.scrollIntoView({ block: 'nearest' });
  }, [selected]);

  function toggle(pointer: string, isOpen: boolean): void {
    // What is selected is always visible.
    if (!isOpen && isWithin(selected, pointer)) video.selection.value = pointer;
    setChoices(new Map(choices).set(pointer, isOpen));
  }

  /** After the page shows what has changed. */
  function focusSelected(): void {
    requestAnimationFrame(() => {
      tree.current?.querySelector<HTMLElement>('[aria-selected="true"]')?.focus();
    });
  }

  function select(index: number): void {
    const item = items[Math.min(Math.max(index, 0), items.length - 1)];
    if (item === undefined) return;
    video.selection.value = item.pointer;
    focusSelected();
  }

  function onKeyDown(event: KeyboardEvent): void {
    const item = items[at]!;
    const { pointer, hasChildren } = item;
    const isOpen = !isClosed(pointer);
    const isMove = event.altKey && (event.key === 'ArrowUp' || event.key === 'ArrowDown');
    const isCopy = (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'd';
    const isChange = isMove || isCopy || event.key === 'Delete' || event.key === 'Backspace';
    if (isChange && (isLocked || pointer === '')) return;
    if (isMove) moveBy(pointer, event.key === 'ArrowUp' ? -1 : 1);
    else if (isCopy) duplicate(pointer);
    else if (isChange) removePart(pointer);
    else if (event.altKey || event.ctrlKey || event.metaKey) return;
    else if (event.key === 'ArrowDown') select(at + 1);
    else if (event.key === 'ArrowUp') select(at - 1);
    else if (event.key === 'Home') select(0);
    else if (event.key === 'End') select(items.length - 1);
    else if (isInward(event) && hasChildren) {
      if (isOpen) select(at + 1);
      else toggle(pointer, true);
    } else if (isOutward(event)) {
      if (hasChildren && isOpen && item.kind === 'scene') toggle(pointer, false);
      else select(items.findLastIndex(({ level }, index) => index < at && level < item.level));
    } else return;
    event.preventDefault();
    if (isChange) focusSelected();
  }

  return (
    <div class="outline">
      <OutlineTools root={root} isLocked={isLocked} onDone={focusSelected} />
      <ul
        role="tree"
        aria-label={texts.write.outline.label}
        ref={tree}
        onKeyDown={onKeyDown}
        {...drag.tree}
      >
        {items.map((item, index) => (
          <OutlineItem
            key={item.pointer}
            item={item}
            isSelected={index === at}
            isOpen={item.hasChildren ? !isClosed(item.pointer) : undefined}
            drop={drag.target?.pointer === item.pointer ? drag.target.side : null}
            drag={drag.item(item)}
            onSelect={() => select(index)}
            onToggle={(isOpen) => toggle(item.pointer, isOpen)}
          />
        ))}
      </ul>
      <p class="visually-hidden" id="outline-help">
        {texts.write.outline.help}
      </p>
    </div>
  );
}

/** The scene of an element; empty for one of the whole video. */
function sceneOf(pointer: string): string {
  return pointer.replace(/\/elements\/\d+$/, '');
}

function isInward({ key, currentTarget }: KeyboardEvent): boolean {
  return key === (isRightToLeft(currentTarget) ? 'ArrowLeft' : 'ArrowRight');
}

function isOutward({ key, currentTarget }: KeyboardEvent): boolean {
  return key === (isRightToLeft(currentTarget) ? 'ArrowRight' : 'ArrowLeft');
}

function isRightToLeft(target: EventTarget | null): boolean {
  return target instanceof Element && getComputedStyle(target).direction === 'rtl';
}
