import { useEffect, useRef, useState } from 'preact/hooks';
import { type Asset, client } from '../../api/index.js';
import { texts } from '../../texts/index.js';
import { Button } from '../../ui/button.js';
import { Dialog } from '../../ui/dialog.js';
import { ErrorNotice } from '../../ui/error-notice.js';
import { TextField } from '../../ui/field.js';
import { Loading } from '../../ui/loading.js';
import { ProgressBar } from '../../ui/progress-bar.js';
import { allAssets, noteAsset } from '../../uploads/asset-list.js';
import { Thumbnail } from '../../uploads/thumbnail.js';
import { useAssets } from '../../uploads/use-assets.js';
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
  const [search, setSearch] = useState('');
  const words = texts.files;
  useEffect(() => void allAssets.reload(), []);
  const list = useAssets(search);
  const { isLoading, error, nextCursor } = list;
  const all = list.assets.value;
  // What fits comes first. The rest is there, because a type may be wrong or unknown.
  const fits = ({ content_type: type }: Asset) => type.startsWith(wants);
  const sorted = [...all.filter(fits), ...all.filter((asset) => !fits(asset))];
  const hasMore = typeof nextCursor.value === 'string';
  return (
    <div class="asset-picker">
      <Upload wants={wants} onDone={onChoose} />
      {allAssets.assets.value.length > 0 && (
        <TextField type="search" label={words.search} value={search} onValue={setSearch} />
      )}
      {sorted.length > 0 && (
        <ul aria-label={texts.write.picker.list}>
          {sorted.map((asset) => (
            <li key={asset.id}>
              <button type="button" onClick={() => onChoose(asset)}>
                <Thumbnail asset={asset} />
                <span class="picker-name" dir="auto">
                  {asset.name}
                </span>
                <span class="picker-about">{texts.write.picker.size(asset.size_bytes)}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
      {error.value !== null && (
        <ErrorNotice error={error.value} onRetry={() => void list.loadMore()} />
      )}
      {isLoading.value && <Loading />}
      {!isLoading.value && error.value === null && sorted.length === 0 && (
        <p class="picker-empty">{list.search === '' ? texts.write.picker.empty : words.noMatch}</p>
      )}
      {hasMore && !isLoading.value && (
        <Button onClick={() => void list.loadMore()}>{words.more}</Button>
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
      noteAsset(asset);
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
