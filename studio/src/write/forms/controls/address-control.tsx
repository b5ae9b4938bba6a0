import { useEffect, useState } from 'preact/hooks';
import type { Asset } from '../../../api/index.js';
import { video } from '../../../document/index.js';
import { texts } from '../../../texts/index.js';
import { IconButton } from '../../../ui/button.js';
import { partOf } from '../../schema/parts.js';
import { AssetPicker } from '../../sources/asset-picker.js';
import { assetOf } from '../../sources/assets.js';
import { setField } from '../../fields/edits.js';
import type { ControlProps } from './control.js';
import { LineControl } from './text-control.js';

/** The address of a file: a URL, or an uploaded file that someone chooses. */
export function AddressControl(props: ControlProps) {
  const { name, pointer, value, label } = props;
  const [isOpen, setOpen] = useState(false);
  const asset = useAsset(value);
  return (
    <span class="address-control">
      <LineControl {...props} />
      <IconButton
        icon="file"
        label={texts.write.chooseFile(label)}
        aria-haspopup="dialog"
        onClick={() => setOpen(true)}
      />
      {asset !== null && (
        <span class="asset-name" dir="auto">
          {asset.name}
        </span>
      )}
      <AssetPicker
        isOpen={isOpen}
        wants={mediaOf(pointer, name)}
        onClose={() => setOpen(false)}
        onChoose={({ src }) => {
          setField(pointer, src);
          setOpen(false);
        }}
      />
    </span>
  );
}

/** The file of an address such as `asset:019ab59e-…`. */
function useAsset(value: unknown): Asset | null {
  const [found, setFound] = useState<Asset | null>(null);
  useEffect(() => {
    let isWanted = true;
    setFound(null);
    if (typeof value !== 'string' || !value.startsWith('asset:')) return undefined;
    void assetOf(value).then((asset) => {
      if (isWanted) setFound(asset);
    });
    return () => {
      isWanted = false;
    };
  }, [value]);
  return found;
}

/** The kind of file that the element can show or play, such as `image/`. Empty: any. */
function mediaOf(pointer: string, name: string): string {
  if (name !== 'src') return '';
  const { type } = (video.valueAt(partOf(pointer)) ?? {}) as { type?: unknown };
  return typeof type === 'string' ? `${type}/` : '';
}
