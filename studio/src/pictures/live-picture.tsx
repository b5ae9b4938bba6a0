import { useEffect, useRef, useState } from 'preact/hooks';
import { isAbort } from '../api/index.js';
import { texts } from '../texts/index.js';
import './live-picture.css';
import { pictures } from './make-still.js';
import type { MakePicture } from './picture-queue.js';

export interface LivePictureProps {
  /** Names the content: another key is another picture. */
  readonly contentKey: string;
  readonly make: MakePicture;
  /** What the picture shows; empty beside words that say it. */
  readonly alt: string;
  /** Width divided by height, so that nothing moves when the picture comes. */
  readonly ratio: number;
  /** The part of a higher picture that is shown, in percent from the top. */
  readonly focus?: number;
}

/** A picture that the service makes when it scrolls into view. */
export function LivePicture({ contentKey, make, alt, ratio, focus = 50 }: LivePictureProps) {
  const place = useRef<HTMLDivElement>(null);
  const isSeen = useSeen(place);
  const [url, setUrl] = useState<string | null>(() => pictures.find(contentKey));
  const [hasFailed, setFailed] = useState(false);
  useEffect(() => {
    if (!isSeen) return undefined;
    const controller = new AbortController();
    const { signal } = controller;
    setFailed(false);
    pictures.want(contentKey, make, signal).then(
      (made) => !signal.aborted && setUrl(made),
      (error: unknown) => !signal.aborted && !isAbort(error) && setFailed(true),
    );
    return () => controller.abort();
  }, [contentKey, isSeen]);
  const state = hasFailed ? 'failed' : url === null ? 'loading' : '';
  return (
    <div class={`live-picture ${state}`} ref={place} style={{ aspectRatio: String(ratio) }}>
      {url !== null && (
        <img src={url} alt={alt} draggable={false} style={{ objectPosition: `50% ${focus}%` }} />
      )}
      {hasFailed && <span>{texts.pictures.failed}</span>}
    </div>
  );
}

/** Whether an element has been near the window. */
function useSeen(place: { readonly current: Element | null }): boolean {
  const [isSeen, setSeen] = useState(false);
  useEffect(() => {
    const observer = new IntersectionObserver(
      (entries) => {
        if (entries.some(({ isIntersecting }) => isIntersecting)) {
          setSeen(true);
          observer.disconnect();
        }
      },
      { rootMargin: '100px' },
    );
    if (place.current !== null) observer.observe(place.current);
    return () => observer.disconnect();
  }, []);
  return isSeen;
}
