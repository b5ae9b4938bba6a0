import { useEffect, useRef, useState } from 'preact/hooks';
import { texts } from '../../texts/index.js';
import { Button } from '../../ui/button.js';
import { placeOf } from '../model/names.js';
import { select } from '../model/select.js';
import { timeline } from '../../timeline/timeline-store.js';
import { pointerIn } from '../../timeline/warning-problems.js';

/** What the service warns about, with links to the places. */
export function Warnings() {
  const [isOpen, setOpen] = useState(false);
  const root = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!isOpen) return undefined;
    const onPointerDown = (event: PointerEvent) => {
      if (!root.current?.contains(event.target as Node)) setOpen(false);
    };
    document.addEventListener('pointerdown', onPointerDown);
    return () => document.removeEventListener('pointerdown', onPointerDown);
  }, [isOpen]);
  const warnings = timeline.value?.warnings ?? [];
  if (warnings.length === 0) return null;
  return (
    <div
      class="timeline-warnings"
      ref={root}
      onKeyDown={(event) => event.key === 'Escape' && setOpen(false)}
    >
      <Button variant="quiet" icon="error" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        {texts.see.timeline.warnings(warnings.length)}
      </Button>
      {isOpen && (
        <ul>
          {warnings.map((warning) => (
            <li key={warning}>
              {warning} <Place pointer={pointerIn(warning)} />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function Place({ pointer }: { pointer: string | null }) {
  if (pointer === null) return null;
  return (
    <button type="button" class="link" onClick={() => select(pointer)}>
      {texts.see.failure.show(placeOf(pointer))}
    </button>
  );
}
