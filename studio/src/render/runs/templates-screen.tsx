import { useState } from 'preact/hooks';
import {
  client,
  hasScope,
  type TemplateList,
  useAction,
  usePages,
  useRequest,
} from '../../api/index.js';
import { template as opened } from '../../document/index.js';
import { openVideo, ReplaceDialog } from '../../opening/open-video.js';
import { hrefOf } from '../../routing/router.js';
import { texts } from '../../texts/index.js';
import { ConfirmDialog } from '../../ui/confirm-dialog.js';
import { EmptyState } from '../../ui/empty-state.js';
import { ErrorNotice } from '../../ui/error-notice.js';
import { Loading } from '../../ui/loading.js';
import { Menu } from '../../ui/menu.js';
import '../../ui/page.css';
import { Pager } from '../../ui/pager.js';
import { RelativeTime } from '../../ui/relative-time.js';
import { showToast } from '../../ui/toast.js';
import './templates.css';
import { contentOf } from './template-content.js';

type Summary = TemplateList['templates'][number];
type Question = { readonly kind: 'update' | 'remove'; readonly template: Summary } | null;

/** The templates of the key. */
export default function TemplatesScreen() {
  const words = texts.runs.templates;
  const pages = usePages();
  const { data, error, reload } = useRequest(
    (api, signal) => api.templates.list({ limit: 50, cursor: pages.cursor, signal }),
    [pages.cursor],
  );
  const [question, setQuestion] = useState<Question>(null);
  return (
    <div class="page">
      <header class="page-header">
        <div>
          <h1 tabIndex={-1}>{words.heading}</h1>
          <p>{words.about}</p>
        </div>
      </header>
      {error !== null && <ErrorNotice error={error} onRetry={reload} />}
      {data === null && error === null && <Loading />}
      {data?.templates.length === 0 && (
        <EmptyState heading={words.empty} about={words.emptyAbout}>
          <a class="button primary" href={hrefOf(['write'])}>
            {texts.runs.openWorkbench}
          </a>
        </EmptyState>
      )}
      {data !== null && data.templates.length > 0 && (
        <Templates templates={data.templates} onQuestion={setQuestion} />
      )}
      {data !== null && <Pager pages={pages} next={data.pagination.next_cursor} />}
      <ReplaceDialog />
      <Questions question={question} onClose={() => setQuestion(null)} onChange={reload} />
    </div>
  );
}

function Templates(props: {
  readonly templates: readonly Summary[];
  readonly onQuestion: (question: Question) => void;
}) {
  const { templates, onQuestion } = props;
  const words = texts.runs.templates;
  const { run, error } = useAction();
  return (
    <>
      {error !== null && <ErrorNotice error={error} />}
      <ul class="template-list">
        {templates.map((template) => (
          <li key={template.id} class="card">
            <div>
              <h2 dir="auto">{template.name}</h2>
              <p>
                {words.revision(template.revision)} <RelativeTime at={template.updated_at} />
              </p>
            </div>
            <div class="template-actions">
              {hasScope('videos:write') && (
                <a
                  class="button"
                  href={hrefOf(['many'], { template: template.id })}
                  aria-label={`${words.use}: ${template.name}`}
                >
                  {words.use}
                </a>
              )}
              <Menu
                label={words.more(template.name)}
                items={[
                  { label: words.open, onSelect: () => void run(() => openTemplate(template.id)) },
                  ...(hasScope('videos:write')
                    ? (['update', 'remove'] as const).map((kind) => ({
                        label: words[kind],
                        onSelect: () => onQuestion({ kind, template }),
                      }))
                    : []),
                ]}
              />
            </div>
          </li>
        ))}
      </ul>
    </>
  );
}

function Questions(props: {
  readonly question: Question;
  readonly onClose: () => void;
  readonly onChange: () => void;
}) {
  const { question, onClose, onChange } = props;
  const words = texts.runs.templates;
  const template = question?.template;
  const name = template?.name ?? '';
  const shared = (kind: 'update' | 'remove') => ({
    isOpen: question?.kind === kind,
    onClose,
  });
  return (
    <>
      <ConfirmDialog
        {...shared('update')}
        heading={words.updateHeading}
        about={words.updateAbout(name)}
        action={words.updateSubmit}
        variant="primary"
        onConfirm={async () => {
          const { id, revision } = template!;
          const content = contentOf(name);
          const updated = await client
            .peek()!
            .templates.update(id, content, { ifRevision: revision });
          showToast(words.updated_(updated.revision));
          onChange();
        }}
      />
      <ConfirmDialog
        {...shared('remove')}
        heading={words.removeHeading}
        about={words.removeAbout(name)}
        action={words.remove}
        onConfirm={async () => {
          await client.peek()!.templates.delete(template!.id);
          if (opened.peek()?.id === template!.id) opened.value = null;
          showToast(words.removed);
          onChange();
        }}
      />
    </>
  );
}

/** Opens a template in the workbench, which asks before it replaces a video that somebody has changed. */
async function openTemplate(id: string): Promise<void> {
  const { config, name, revision } = await client.peek()!.templates.get(id);
  openVideo(`${JSON.stringify(config, null, 2)}\n`, {
    onOpened() {
      opened.value = { id, name, revision };
      showToast(texts.runs.templates.opened);
    },
  });
}
