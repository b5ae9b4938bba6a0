import { client, type Job, useAction, type Video } from '../api/index.js';
import { texts } from '../texts/index.js';
import { Button } from '../ui/button.js';
import { ErrorNotice } from '../ui/error-notice.js';
import { Icon } from '../ui/icon.js';
import { saveUrl } from '../ui/save-blob.js';
import './downloads.css';
import { ownLink } from './links.js';
import { saveConfig } from './save-config.js';

type File = Video['files'][number];

/** All files of a video. */
export function Downloads({ job, video }: { job: Job; video: Video }) {
  const { run, isBusy, error } = useAction();
  const words = texts.render.files;
  const [main, ...others] = video.files;

  // A link, since a file can be larger than the memory of the page.
  const save = (file: File) =>
    run(async () => saveUrl(await ownLink(client.peek()!, video.id, file.name, { inline: false })));

  return (
    <section class="downloads" aria-label={words.heading}>
      {main !== undefined && (
        <Button variant="primary" icon="download" isBusy={isBusy} onClick={() => void save(main)}>
          {words.main(texts.units.bytes(main.size_bytes))}
        </Button>
      )}
      <ul class="download-list">
        {others.map((file) => (
          <li key={file.name}>
            <Download
              label={labelOf(file)}
              bytes={file.size_bytes}
              onClick={() => void save(file)}
            />
          </li>
        ))}
        <li>
          <Download label={words.config} bytes={null} onClick={() => saveConfig(job)} />
        </li>
      </ul>
      {error !== null && <ErrorNotice error={error} />}
    </section>
  );
}

function Download(props: {
  readonly label: string;
  readonly bytes: number | null;
  readonly onClick: () => void;
}) {
  return (
    <button type="button" class="download" onClick={props.onClick}>
      <Icon name="download" />
      <span>{props.label}</span>
      <span class="download-size">{props.bytes !== null && texts.units.bytes(props.bytes)}</span>
    </button>
  );
}

/** What a file is, in words. */
export function labelOf({ kind, name }: File): string {
  const words = texts.render.files;
  const suffix = name.slice(name.lastIndexOf('.') + 1);
  if (kind === 'subtitles') return words.subtitles[suffix] ?? name;
  return `${words.kinds[kind]} (${name})`;
}
