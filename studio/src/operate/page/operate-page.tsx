import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { hasScope, type Scope } from '../../api/index.js';
import { hrefOf } from '../../routing/router.js';
import { texts } from '../../texts/index.js';
import '../../ui/page.css';
import './operate-page.css';

type Name = keyof Omit<typeof texts.operate.nav, 'label'>;

const SCREENS: readonly { name: Name; path: readonly string[]; scope: Scope }[] = [
  { name: 'health', path: ['operate'], scope: 'metrics:read' },
  { name: 'figures', path: ['operate', 'figures'], scope: 'metrics:read' },
  { name: 'jobs', path: ['operate', 'jobs'], scope: 'admin' },
  { name: 'audit', path: ['operate', 'audit'], scope: 'audit:read' },
  { name: 'keys', path: ['operate', 'keys'], scope: 'admin' },
  { name: 'webhooks', path: ['webhooks'], scope: 'jobs:read' },
];

export interface OperatePageProps {
  readonly current: Name;
  readonly about?: string;
  /** Beside the heading. */
  readonly actions?: ComponentChildren;
  readonly children: ComponentChildren;
}

/** A screen for operators, with the way to the others that the key may use. */
export function OperatePage({ current, about, actions, children }: OperatePageProps) {
  const words = texts.operate.nav;
  const allowed = SCREENS.filter(({ scope }) => hasScope(scope));
  const nav = useRef<HTMLElement>(null);
  useEffect(() => {
    const link = nav.current?.querySelector('[aria-current]');
    link?.scrollIntoView({ block: 'nearest', inline: 'center' });
  }, [current]);
  return (
    <div class="page">
      {allowed.length > 1 && (
        <nav class="operate-nav" ref={nav} aria-label={words.label}>
          {allowed.map(({ name, path }) => (
            <a key={name} href={hrefOf(path)} aria-current={name === current ? 'page' : undefined}>
              {words[name]}
            </a>
          ))}
        </nav>
      )}
      <header class="page-header">
        <div>
          <h1 tabIndex={-1}>{words[current]}</h1>
          {about !== undefined && <p>{about}</p>}
        </div>
        {actions}
      </header>
      {children}
    </div>
  );
}
