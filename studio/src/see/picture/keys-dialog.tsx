import { texts } from '../../texts/index.js';
import { Dialog } from '../../ui/dialog.js';

/** What the keys do. */
export function KeysDialog({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const { keys } = texts.see;
  return (
    <Dialog heading={keys.heading} isOpen={isOpen} onClose={onClose}>
      <KeyTable rows={keys.rows} label={keys.heading} />
      <h3 class="keys-heading">{keys.itemHeading}</h3>
      <KeyTable rows={keys.itemRows} label={keys.itemHeading} />
      <h3 class="keys-heading">{keys.boxHeading}</h3>
      <KeyTable rows={keys.boxRows} label={keys.boxHeading} />
    </Dialog>
  );
}

interface KeyTableProps {
  readonly label: string;
  readonly rows: readonly (readonly [string, string])[];
}

function KeyTable({ rows, label }: KeyTableProps) {
  return (
    <table class="keys-table" aria-label={label}>
      <tbody>
        {rows.map(([key, effect]) => (
          <tr key={key}>
            <th scope="row">
              <kbd>{key}</kbd>
            </th>
            <td>{effect}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
