import { useState } from 'preact/hooks';
import { parentOf } from '../../document/index.js';
import { moveTo } from './changes.js';
import type { Item } from './items.js';

export type Side = 'before' | 'after' | 'inside';

interface Target {
  readonly pointer: string;
  readonly side: Side;
}

/** What an item needs to be dragged, and to be dropped at. */
export interface DragHandlers {
  readonly draggable: boolean;
  readonly onDragStart?: (event: DragEvent) => void;
  readonly onDragEnd?: () => void;
  readonly onDragOver?: (event: DragEvent) => void;
  readonly onDrop?: (event: DragEvent) => void;
}

/** Moves scenes and elements by dragging them. Buttons and keys do the same. */
export function useDrag(isLocked: boolean) {
  const [dragged, setDragged] = useState<string | null>(null);
  const [target, setTarget] = useState<Target | null>(null);
  const end = () => {
    setDragged(null);
    setTarget(null);
  };

  function item({ pointer, kind }: Item): DragHandlers {
    if (isLocked) return { draggable: false };
    return {
      draggable: pointer !== '' && kind !== 'video',
      onDragStart(event) {
        event.dataTransfer?.setData('text/plain', pointer);
        if (event.dataTransfer !== null) event.dataTransfer.effectAllowed = 'move';
        setDragged(pointer);
      },
      onDragEnd: end,
      onDragOver(event) {
        const side = dragged === null ? null : sideFor(dragged, pointer, event);
        if (side === null) {
          setTarget(null);
          return;
        }
        event.preventDefault();
        if (target?.pointer !== pointer || target.side !== side) setTarget({ pointer, side });
      },
      onDrop(event) {
        event.preventDefault();
        event.stopPropagation();
        if (dragged !== null && target !== null) drop(dragged, target);
        end();
      },
    };
  }

  return { target, item, tree: { onDragLeave: leave } };

  /** Only if the pointer leaves the tree, and not for each item. */
  function leave(event: DragEvent): void {
    const { currentTarget, relatedTarget } = event;
    const isInside =
      relatedTarget instanceof Node && (currentTarget as Node).contains(relatedTarget);
    if (!isInside) setTarget(null);
  }
}

/** Where one part can be dropped at another. Null: it cannot. */
function sideFor(dragged: string, pointer: string, event: DragEvent): Side | null {
  if (dragged === pointer) return null;
  const isScene = isSceneAt(dragged);
  if (isScene) return isSceneAt(pointer) ? half(event) : null;
  if (isSceneAt(pointer)) return 'inside';
  return pointer === '' ? 'inside' : half(event);
}

function half({ currentTarget, clientY }: DragEvent): Side {
  const { top, height } = (currentTarget as Element).getBoundingClientRect();
  return clientY < top + height / 2 ? 'before' : 'after';
}

function drop(dragged: string, { pointer, side }: Target): void {
  if (side === 'inside') {
    moveTo(dragged, `${pointer}/elements`, Number.MAX_SAFE_INTEGER);
    return;
  }
  const list = parentOf(pointer)!;
  const at = indexOf(pointer) + (side === 'after' ? 1 : 0);
  // What was before it in the same list has moved up.
  const isBefore = parentOf(dragged) === list && indexOf(dragged) < at;
  moveTo(dragged, list, isBefore ? at - 1 : at);
}

function isSceneAt(pointer: string): boolean {
  return /^\/scenes\/\d+$/.test(pointer);
}

function indexOf(pointer: string): number {
  return Number(pointer.slice(pointer.lastIndexOf('/') + 1));
}
