import { useEffect, useRef, useState } from 'preact/hooks';
import { type Asset, client } from '../../api/index.js';
import { texts } from '../../texts/index.js';
import { Button } from '../../ui/button.js';
import { Dialog } from '../../ui/dialog.js';
import { ErrorNotice } from '../../ui/error-notice.js';
import { Icon, type IconName } from '../../ui/icon.js';
import { Loading } from '../../ui/loading.js';
import { ProgressBar } from '../../ui/progress-bar.js';
import { allAssets, forgetAssets } from './assets.js';
import './asset-picker.css';

export interface AssetPickerProps {
  readonly isOpen: boolean;
  /** The beginning of the media type of what can be chosen, such as `image/`. Empty: any. */
  readonly wants: string;
  readonly onChoose: (asset: Asset) => void;
  readonly onClose: () => void;
}

/** A window with the files of the user, in which one is chosen or uploaded. */
export function AssetPicker({ isOpen, onClose, ...props }: AssetPickerProps) {
  return (
    <Dialog heading={texts.write.picker.heading} isOpen={isOpen} onClose={onClose}>
      <Content {...props} />
    </Dialog>
  );
}

type ContentProps = Pick<AssetPickerProps, 'wants' | 'onChoose'>;

function Content({ wants, onChoose }: ContentProps) {
  const [list, setList] = useState<readonly Asset[] | null>(null);
  const [error, setError] = useState<unknown>(null);
  const [turn, setTurn] = useState(0);
  useEffect(() => {
    let isWanted = true;
    setError(null);
    allAssets().then(
      (found) => isWanted && setList(found),
      (reason: unknown) => isWanted && setError(reason),
    );
    return () => {
      isWanted = false;
    };
  }, [turn]);
  // What fits comes first. The rest is there, because a type may be wrong or unknown.
  const fits = ({ content_type: type }: Asset) => type.startsWith(wants);
  const sorted = list && [...list.filter(fits), ...list.filter((asset) => !fits(asset))];
  return (
    <div class="asset-picker">
      <Upload wants={wants} onDone={onChoose} />
      {error !== null && <ErrorNotice error={error} onRetry={() => setTurn(turn + 1)} />}
      {error === null && sorted === null && <Loading />}
      {sorted?.length === 0 && <p class="picker-empty">{texts.write.picker.empty}</p>}
      {sorted !== null && sorted.length > 0 && (
        <ul aria-label={texts.write.picker.list}>
          {sorted.map((asset) => (
            <li key={asset.id}>
              <button type="button" onClick={() => onChoose(asset)}>
                <Icon name={iconOf(asset)} />
                <span class="picker-name">{asset.name}</span>
                <span class="picker-about">{texts.write.picker.size(asset.size_bytes)}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function Upload({ wants, onDone }: { wants: string; onDone: ContentProps['onChoose'] }) {
  const input = useRef<HTMLInputElement>(null);
  const [progress, setProgress] = useState<number | null>(null);
  const [error, setError] = useState<unknown>(null);
  const stop = useRef<AbortController | null>(null);
  useEffect(() => () => stop.current?.abort(), []);

  async function upload(file: File | undefined): Promise<void> {
    const api = client.peek();
    if (file === undefined || api === null) return;
    stop.current = new AbortController();
    setError(null);
    setProgress(0);
    try {
      const asset = await api.assets.upload(file, {
        signal: stop.current.signal,
        onProgress: (fraction) => setProgress(fraction * 100),
      });
      forgetAssets();
      onDone(asset);
    } catch (reason) {
      if (!stop.current.signal.aborted) setError(reason);
    }
    setProgress(null);
  }

  return (
    <div class="picker-upload">
      <input
        ref={input}
        type="file"
        hidden
        accept={wants === '' ? undefined : `${wants}*`}
        onChange={(event) => void upload(event.currentTarget.files?.[0])}
      />
      <Button icon="upload" isBusy={progress !== null} onClick={() => input.current?.click()}>
        {texts.write.picker.upload}
      </Button>
      {progress !== null && <ProgressBar percent={progress} label={texts.write.picker.uploading} />}
      {error !== null && <ErrorNotice error={error} />}
    </div>
  );
}

function iconOf({ content_type: type }: Asset): IconName {
  return type.startsWith('video/') ? 'video' : 'file';
}
