import { useState } from 'preact/hooks';
import { hasScope, serviceUrl, useRequest } from '../../api/index.js';
import { hrefOf, location, navigate } from '../../routing/router.js';
import { texts } from '../../texts/index.js';
import { EmptyState } from '../../ui/empty-state.js';
import { ErrorNotice } from '../../ui/error-notice.js';
import { Select } from '../../ui/field.js';
import { Loading } from '../../ui/loading.js';
import '../../ui/page.css';
import { Tabs } from '../../ui/tabs.js';
import { ManyForm } from './many-form.js';
import { OneForm } from './one-form.js';
import './runs.css';
import { type Source, useTemplateSource, workbenchSource } from './source.js';
import { useTypes } from './use-types.js';

/** Makes one video or many from a config with variables. */
export default function RunsScreen() {
  const words = texts.runs;
  const template = location.value.query.get('template');
  return (
    <div class="page">
      <header class="page-header">
        <div>
          <h1 tabIndex={-1}>{words.heading}</h1>
          <p>{words.about}</p>
        </div>
        <a href={hrefOf(['templates'])}>{words.templates.title}</a>
      </header>
      {hasScope('videos:read') && <SourceChoice template={template} />}
      {template === null ? <FromWorkbench /> : <FromTemplate id={template} />}
    </div>
  );
}

function SourceChoice({ template }: { template: string | null }) {
  const words = texts.runs;
  const { data } = useRequest((api, signal) => api.templates.list({ limit: 100, signal }));
  const templates = data?.templates ?? [];
  if (templates.length === 0 && template === null) return null;
  return (
    <div class="runs-source">
      <Select
        label={words.source}
        value={template ?? ''}
        options={[
          { value: '', label: words.workbench },
          ...templates.map(({ id, name }) => ({ value: id, label: words.template(name) })),
        ]}
        onValue={(id) =>
          navigate(['many'], { template: id === '' ? undefined : id }, { replaces: true })
        }
      />
    </div>
  );
}

function FromWorkbench() {
  const source = workbenchSource();
  const words = texts.runs;
  if (source === null) {
    return (
      <EmptyState heading={words.notJson}>
        <a href={hrefOf(['write'])}>{words.openWorkbench}</a>
      </EmptyState>
    );
  }
  return <Ways source={source} />;
}

function FromTemplate({ id }: { id: string }) {
  const { data, error, reload } = useTemplateSource(id);
  if (error !== null) return <ErrorNotice error={error} onRetry={reload} />;
  return data === null ? <Loading /> : <Ways key={id} source={data} />;
}

/** One video by a form, or many by a table. */
function Ways({ source: found }: { source: Source }) {
  const words = texts.runs;
  const [way, setWay] = useState('many');
  const { source, setType } = useTypes(found);
  if (source.variables.length === 0) return <NoVariables />;
  return (
    <Tabs
      label={words.ways}
      tabs={[
        { id: 'many', title: words.many },
        { id: 'one', title: words.one },
      ]}
      selected={way}
      onSelect={setWay}
    >
      {way === 'one' ? (
        <OneForm source={source} onType={setType} />
      ) : (
        <ManyForm source={source} onType={setType} />
      )}
    </Tabs>
  );
}

function NoVariables() {
  const words = texts.runs;
  return (
    <EmptyState heading={words.none} about={words.noneAbout}>
      <a class="button primary" href={hrefOf(['write'])}>
        {words.openWorkbench}
      </a>
      <a href={`${serviceUrl()}/docs/guide/templates`} target="_blank" rel="noreferrer">
        {words.readMore}
      </a>
    </EmptyState>
  );
}
