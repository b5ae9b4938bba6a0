import { useEffect, useRef, useState } from 'preact/hooks';
import { client } from '../api/index.js';

/** A picture of a video, fetched when it is about to be seen. */
export function Poster({ id, file }: { id: string; file: string }) {
  const [url, setUrl] = useState<string | null>(null);
  const place = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    const controller = new AbortController();
    let made: string | null = null;
    const load = async () => {
      const download = await client
        .peek()!
        .videos.download(id, { file, signal: controller.signal });
      made = URL.createObjectURL(await download.blob());
      setUrl(made);
    };
    const observer = new IntersectionObserver(([entry]) => {
      if (entry?.isIntersecting !== true) return;
      observer.disconnect();
      // The list is as useful without it.
      load().catch(() => undefined);
    });
    observer.observe(place.current!);
    return () => {
      observer.disconnect();
      controller.abort();
      if (made !== null) URL.revokeObjectURL(made);
    };
  }, [id, file]);
  return (
    <span class="poster" ref={place}>
      {url !== null && <img src={url} alt="" />}
    </span>
  );
}
