import { useState } from 'preact/hooks';
import { client, hasScope, useAction } from '../api/index.js';
import { type Problem, video } from '../document/index.js';
import { navigate } from '../routing/router.js';
import { texts } from '../texts/index.js';
import { Button } from '../ui/button.js';
import { Menu } from '../ui/menu.js';
import { showFailure } from '../ui/failure-toast.js';
import { showToast } from '../ui/toast.js';
import { IssuesDialog } from './issues-dialog.js';
import './render-action.css';
import { markProblems } from './render-problems.js';
import { SaveTemplateDialog } from './runs/save-template-dialog.js';
import { problemsOf, QUALITIES, quality, submitVideo } from './submit.js';

/** The button of the workbench that renders the video, and how. */
export default function RenderAction() {
  const [issues, setIssues] = useState<readonly Problem[] | null>(null);
  const [saving, setSaving] = useState({ isOpen: false, turn: 0 });
  const { isBusy, run } = useAction();
  const words = texts.render.action;
  const choice = quality.value;

  async function render(): Promise<void> {
    const { error, value } = video.parsed.peek();
    if (error !== null) {
      // The line below the editor says it for longer.
      showToast(words.notJson(error.line, error.column));
      return;
    }
    try {
      const job = await submitVideo(client.peek()!, value);
      markProblems([]);
      navigate(['jobs', job.job_id]);
    } catch (caught) {
      const found = problemsOf(caught);
      if (found === null) showFailure(caught);
      else markProblems(found);
      setIssues(found);
    }
  }

  if (!hasScope('videos:write')) return null;
  return (
    <div class="render-action">
      <Button variant="primary" icon="play" isBusy={isBusy} onClick={() => void run(render)}>
        {isBusy && words.sending}
        {!isBusy && (choice === 'config' ? words.render : words.renderAs[choice])}
      </Button>
      <Menu
        label={words.options}
        items={[
          ...QUALITIES.map((name) => ({
            label: words.quality[name],
            isChecked: name === choice,
            onSelect: () => {
              quality.value = name;
            },
          })),
          { label: words.many, onSelect: () => navigate(['many']) },
          {
            label: words.saveTemplate,
            onSelect: () => setSaving({ isOpen: true, turn: saving.turn + 1 }),
          },
          { label: words.templates, onSelect: () => navigate(['templates']) },
        ]}
      />
      <IssuesDialog issues={issues} onClose={() => setIssues(null)} />
      <SaveTemplateDialog
        // Each time, it begins anew.
        key={saving.turn}
        isOpen={saving.isOpen}
        onClose={() => setSaving({ ...saving, isOpen: false })}
      />
    </div>
  );
}
