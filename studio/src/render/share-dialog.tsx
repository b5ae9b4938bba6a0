import { useState } from 'preact/hooks';
import { client, useAction, type Video, type VideoLink } from '../api/index.js';
import { texts } from '../texts/index.js';
import { Button } from '../ui/button.js';
import { CopyField } from '../ui/copy-field.js';
import { Dialog } from '../ui/dialog.js';
import { ErrorNotice } from '../ui/error-notice.js';
import { Select } from '../ui/field.js';
import { Switch } from '../ui/switch.js';
import { labelOf } from './downloads.js';

const EXPIRIES = { hour: 3_600, day: 86_400, week: 604_800 } as const;
type Expiry = keyof typeof EXPIRIES;

export interface ShareDialogProps {
  readonly video: Video;
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

/** Makes a link to a file that needs no key. */
export function ShareDialog({ video, isOpen, onClose }: ShareDialogProps) {
  const [file, setFile] = useState('video.mp4');
  const [expiry, setExpiry] = useState<Expiry>('day');
  const [isSaved, setSaved] = useState(false);
  const [link, setLink] = useState<VideoLink | null>(null);
  const { run, isBusy, error } = useAction();
  const words = texts.render.share;

  const create = () =>
    run(async () => {
      const options = { file, expiresInSeconds: EXPIRIES[expiry], inline: !isSaved };
      setLink(await client.peek()!.videos.createLink(video.id, options));
    });
  /** A link of before says nothing of another choice. */
  const choose =
    <T,>(set: (value: T) => void) =>
    (value: T) => {
      set(value);
      setLink(null);
    };

  return (
    <Dialog
      heading={words.heading}
      isOpen={isOpen}
      onClose={onClose}
      actions={
        <Button variant="primary" isBusy={isBusy} onClick={() => void create()}>
          {words.create}
        </Button>
      }
    >
      <p>{words.about}</p>
      <Select
        label={words.file}
        value={file}
        options={video.files.map((each) => ({ value: each.name, label: labelOf(each) }))}
        onValue={choose(setFile)}
      />
      <Select
        label={words.expires}
        value={expiry}
        options={(Object.keys(EXPIRIES) as Expiry[]).map((value) => ({
          value,
          label: words.expiry[value],
        }))}
        onValue={choose(setExpiry)}
      />
      <Switch label={words.saves} isOn={isSaved} onChange={choose(setSaved)} />
      {error !== null && <ErrorNotice error={error} />}
      {link !== null && <MadeLink link={link} />}
    </Dialog>
  );
}

function MadeLink({ link }: { link: VideoLink }) {
  const words = texts.render.share;
  // The service may not know its public address.
  const url = new URL(link.url, document.baseURI).href;
  return (
    <div role="status">
      <CopyField
        label={words.link}
        value={url}
        help={words.until(texts.units.at(link.expires_at))}
      />
      {typeof navigator.share === 'function' && (
        <Button
          icon="share"
          onClick={() => {
            // Whoever closes the window of the system has changed their mind.
            navigator.share({ url }).catch(() => undefined);
          }}
        >
          {words.send}
        </Button>
      )}
    </div>
  );
}
