import { useEffect, useState } from 'preact/hooks';
import { type Asset, hasScope } from '../api/index.js';
import { texts } from '../texts/index.js';
import { Button } from '../ui/button.js';
import { EmptyState } from '../ui/empty-state.js';
import { ErrorNotice } from '../ui/error-notice.js';
import { Select, TextField } from '../ui/field.js';
import { Loading } from '../ui/loading.js';
import { addAsset } from './add-asset.js';
import { allAssets, type AssetList } from '../uploads/asset-list.js';
import { ChooseFiles } from '../uploads/choose-files.js';
import { FileCard } from './file-card.js';
import './files-panel.css';
import { FILE_KINDS, type FileKind, kindOfAsset } from '../uploads/kinds.js';
import { RemoveDialog } from './remove-dialog.js';
import { SoundDialog } from './sound-dialog.js';
import { UploadList } from '../uploads/upload-list.js';
import { queue } from '../uploads/uploads.js';
import { useAssets } from '../uploads/use-assets.js';

type Filter = FileKind | 'all';

/** The files of the key, and what is being uploaded. */
export default function FilesPanel() {
  const words = texts.files;
  const running = queue.uploads.value.filter(({ state }) => state !== 'done');
  useEffect(() => {
    if (hasScope('videos:read')) void allAssets.load();
    // What has arrived is in the list of files.
    queue.dismissDone();
  }, []);
  return (
    <div class="files-panel">
      <header>
        <h2>{words.heading}</h2>
        <ChooseFiles
          label={words.choose}
          variant="primary"
          onFiles={(chosen) => void queue.add(chosen)}
        />
      </header>
      <p class="files-hint">{words.hint}</p>
      {running.length > 0 && <UploadList uploads={running} />}
      {hasScope('videos:read') ? <Tray /> : <p>{words.needsScope}</p>}
    </div>
  );
}

function Tray() {
  const [search, setSearch] = useState('');
  const [filter, setFilter] = useState<Filter>('all');
  const [sound, setSound] = useState<Asset | null>(null);
  const [removed, setRemoved] = useState<Asset | null>(null);
  const words = texts.files;
  const list = useAssets(search);
  const shown = list.assets.value.filter(
    (asset) => filter === 'all' || kindOfAsset(asset) === filter,
  );
  const add = (asset: Asset) => {
    if (kindOfAsset(asset) === 'audio') setSound(asset);
    else addAsset(asset);
  };
  return (
    <>
      {allAssets.assets.value.length > 0 && (
        <div class="files-filter">
          <TextField type="search" label={words.search} value={search} onValue={setSearch} />
          <Select
            label={words.kind}
            value={filter}
            onValue={setFilter}
            options={[
              { value: 'all', label: words.allKinds },
              ...FILE_KINDS.map((kind) => ({ value: kind, label: words.kinds[kind] })),
            ]}
          />
        </div>
      )}
      <ul class="file-list" aria-label={words.list}>
        {shown.map((asset) => (
          <li key={asset.id}>
            <FileCard asset={asset} onAdd={() => add(asset)} onRemove={() => setRemoved(asset)} />
          </li>
        ))}
      </ul>
      <State list={list} isEmpty={shown.length === 0} />
      <SoundDialog
        asset={sound}
        onClose={() => setSound(null)}
        onAdd={(use) => {
          addAsset(sound!, use);
          setSound(null);
        }}
      />
      <RemoveDialog asset={removed} onClose={() => setRemoved(null)} />
    </>
  );
}

/** What follows the list: why it is empty, why it could not be loaded, or how to see more. */
function State({ list, isEmpty }: { list: AssetList; isEmpty: boolean }) {
  const words = texts.files;
  const { assets, isLoading, error, nextCursor } = list;
  if (error.value !== null) {
    return <ErrorNotice error={error.value} onRetry={() => void list.loadMore()} />;
  }
  if (isLoading.value) return <Loading />;
  if (list.search === '' && assets.value.length === 0) {
    return <EmptyState level={3} heading={words.none} about={words.noneAbout} />;
  }
  const more = typeof nextCursor.value === 'string' && (
    <Button onClick={() => void list.loadMore()}>{isEmpty ? words.searchMore : words.more}</Button>
  );
  if (!isEmpty) return <>{more}</>;
  return (
    <EmptyState level={3} heading={words.noMatch} {...(more ? { about: words.noMatchAbout } : {})}>
      {more}
    </EmptyState>
  );
}
