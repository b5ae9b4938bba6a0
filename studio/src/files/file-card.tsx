import type { Asset } from '../api/index.js';
import { texts } from '../texts/index.js';
import { Button } from '../ui/button.js';
import { Menu } from '../ui/menu.js';
import { showToast } from '../ui/toast.js';
import { kindOfAsset } from '../uploads/kinds.js';
import { Thumbnail } from '../uploads/thumbnail.js';

export interface FileCardProps {
  readonly asset: Asset;
  readonly onAdd: () => void;
  readonly onRemove: () => void;
}

/** A file of the tray. */
export function FileCard({ asset, onAdd, onRemove }: FileCardProps) {
  const { name, size_bytes: bytes } = asset;
  const words = texts.files;
  const kind = kindOfAsset(asset);
  return (
    <article class="file-card">
      <Thumbnail asset={asset} />
      <h3 dir="auto" title={name}>
        {name}
      </h3>
      <p>
        {kind === null ? words.unknownKind : words.kinds[kind]} · {words.bytes(bytes)}
      </p>
      <footer>
        <Button icon="add" aria-label={words.addOf(name)} title={words.addOf(name)} onClick={onAdd}>
          {words.add}
        </Button>
        <Menu
          label={words.actionsOf(name)}
          items={[
            { label: words.copy, onSelect: () => void copy(asset.src) },
            { label: words.remove, onSelect: onRemove },
          ]}
        />
      </footer>
    </article>
  );
}

async function copy(src: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(src);
    showToast(texts.files.copied(src));
  } catch {
    // Only secure pages may copy.
    showToast(texts.files.copyFailed(src), { kind: 'error' });
  }
}
