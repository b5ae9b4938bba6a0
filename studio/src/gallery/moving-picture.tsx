import { useEffect, useRef, useState } from 'preact/hooks';

export interface MovingPictureProps {
  readonly poster: string;
  readonly film: string;
  readonly ratio: number;
  /** False: only the poster shows. */
  readonly isMoving: boolean;
}

/** A short silent film that plays while it is in view. Its files are loaded when it comes near. */
export function MovingPicture({ poster, film, ratio, isMoving }: MovingPictureProps) {
  const video = useRef<HTMLVideoElement>(null);
  const [isNear, setNear] = useState(false);
  const [isSeen, setSeen] = useState(false);
  useEffect(() => {
    const observer = new IntersectionObserver(
      (entries) => {
        const isVisible = entries.at(-1)!.isIntersecting;
        setSeen(isVisible);
        if (isVisible) setNear(true);
      },
      { rootMargin: '80px' },
    );
    observer.observe(video.current!);
    return () => observer.disconnect();
  }, []);
  useEffect(() => {
    const element = video.current!;
    if (!isMoving) {
      element.pause();
      // Back to the poster.
      if (element.currentTime > 0) element.load();
    } else if (!isSeen) {
      element.pause();
    } else {
      // A browser that plays nothing by itself shows the poster.
      element.play().catch(() => undefined);
    }
  }, [isMoving, isSeen, isNear]);
  return (
    <video
      ref={video}
      class="moving-picture"
      style={{ aspectRatio: String(ratio) }}
      aria-hidden="true"
      tabIndex={-1}
      muted
      loop
      playsInline
      disablePictureInPicture
      preload="none"
      {...(isNear ? { poster } : {})}
      {...(isNear && isMoving ? { src: film } : {})}
    />
  );
}
