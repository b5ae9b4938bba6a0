import { useEffect, useRef, useState } from 'preact/hooks';
import { client, useRequest, type Video } from '../api/index.js';
import { texts } from '../texts/index.js';
import { ErrorNotice } from '../ui/error-notice.js';
import { Loading } from '../ui/loading.js';
import { ownLink } from './links.js';

interface Sources {
  readonly video: string;
  readonly poster: string | null;
  readonly captions: string | null;
}

/** Plays a video by signed links, which need no key, and can be sought in. */
export function Player({ video }: { video: Video }) {
  const { data, error, reload } = useRequest(
    (api, signal) => sourcesOf(api, video, signal),
    [video.id],
  );
  const element = useRef<HTMLVideoElement>(null);
  /** Where it was when its link ended. */
  const [resumeAt, setResumeAt] = useState<number | null>(null);
  const [hasFailed, setFailed] = useState(false);

  useEffect(() => {
    if (resumeAt !== null && element.current !== null) element.current.currentTime = resumeAt;
  }, [data?.video]);

  function onError(): void {
    // A link ends after an hour. A new one that fails, too, is another matter.
    if (resumeAt !== null) {
      setFailed(true);
      return;
    }
    setResumeAt(element.current?.currentTime ?? 0);
    reload();
  }

  if (error !== null) return <ErrorNotice error={error} onRetry={reload} />;
  if (data === null) return <Loading />;
  if (hasFailed) return <p class="job-note">{texts.render.playerFailed}</p>;
  return (
    <video
      class="player"
      ref={element}
      aria-label={texts.render.player}
      controls
      playsInline
      preload="metadata"
      src={data.video}
      {...(data.poster === null ? {} : { poster: data.poster })}
      {...(video.width === null ? {} : { width: video.width })}
      {...(video.height === null ? {} : { height: video.height })}
      onError={onError}
    >
      {data.captions !== null && (
        <track kind="captions" src={data.captions} srclang="" label={texts.render.captions} />
      )}
    </video>
  );
}

async function sourcesOf(
  api: NonNullable<typeof client.value>,
  { id, files }: Video,
  signal: AbortSignal,
): Promise<Sources> {
  const link = (file: string | undefined) =>
    file === undefined ? null : ownLink(api, id, file, { inline: true, signal });
  const nameOf = (test: (file: Video['files'][number]) => boolean) => files.find(test)?.name;
  const [video, poster, captions] = await Promise.all([
    ownLink(api, id, nameOf(({ kind }) => kind === 'video') ?? 'video.mp4', {
      inline: true,
      signal,
    }),
    link(nameOf(({ kind }) => kind === 'poster')),
    link(nameOf(({ name }) => name.endsWith('.vtt'))),
  ]);
  return { video, poster, captions };
}
