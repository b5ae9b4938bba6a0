import { useEffect, useRef } from 'preact/hooks';
import { video } from '../../document/index.js';
import { texts } from '../../texts/index.js';
import { ElementBox } from './element-box.js';
import './overlay.css';
import { visibleClips } from './visible-clips.js';

/** The boxes of the elements in the picture: to select them, to move them, and to change their size. */
export function Overlay({ scale }: { scale: number }) {
  const area = useRef<HTMLDivElement>(null);
  const clips = visibleClips.value;
  useEffect(() => {
    // A click beside all elements selects nothing.
    const onPointerDown = (event: PointerEvent) => {
      if (event.target === area.current) video.selection.value = '';
    };
    area.current!.addEventListener('pointerdown', onPointerDown);
    return () => area.current?.removeEventListener('pointerdown', onPointerDown);
  }, []);
  return (
    <div class="overlay" ref={area} role="group" aria-label={texts.see.overlay.label}>
      {clips.map((clip) => (
        <ElementBox key={clip.key} clip={clip} scale={scale} />
      ))}
    </div>
  );
}
