import { texts } from '../../texts/index.js';
import { Button, IconButton } from '../../ui/button.js';
import { copyText, downloadText, openFile } from '../exchange/exchange.js';
import { formatDocument } from './commands.js';

/** What concerns the text: formatting, finding, opening, and taking it elsewhere. */
export function EditorTools({ onFind }: { onFind: () => void }) {
  const { write } = texts;
  return (
    <div class="editor-tools" role="group" aria-label={write.tools}>
      <Button variant="quiet" title={write.formatKeys} onClick={() => formatDocument()}>
        {write.format}
      </Button>
      <IconButton icon="search" label={write.find} onClick={onFind} />
      <span class="space" />
      <IconButton icon="upload" label={write.open} onClick={() => void openFile()} />
      <IconButton icon="copy" label={write.copy} onClick={() => void copyText()} />
      <IconButton icon="download" label={write.download} onClick={downloadText} />
    </div>
  );
}
