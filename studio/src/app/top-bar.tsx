import { serviceUrl, session } from '../api/index.js';
import { closeSession } from '../api/session.js';
import { hrefOf } from '../routing/router.js';
import type { Section } from '../routing/seams.js';
import { texts } from '../texts/index.js';
import { Menu } from '../ui/menu.js';
import { sectionsOf } from './routes.js';
import { theme, THEMES } from './theme.js';
import './top-bar.css';

/** The bar at the top: where things are, the theme, and the way out. @param current the section of the screen */
export function TopBar({ current }: { current: Section | null }) {
  const open = session.value.state === 'open' ? session.value : null;
  return (
    <header class="top-bar">
      <a class="top-bar-name" href={hrefOf([])}>
        {texts.app.name}
      </a>
      {open !== null && (
        <nav aria-label={texts.app.navigation}>
          {sectionsOf().map(({ section, path }) => (
            <a
              key={section}
              href={hrefOf(path)}
              aria-current={section === current ? 'true' : undefined}
            >
              {texts.app[section]}
            </a>
          ))}
        </nav>
      )}
      <Menu
        label={texts.app.menu}
        icon="settings"
        items={[
          ...THEMES.map((name) => ({
            label: texts.app.themes[name],
            isChecked: name === theme.value,
            onSelect: () => {
              theme.value = name;
            },
          })),
          { label: texts.app.documentation, onSelect: openDocumentation },
          ...(open?.hasKey === true
            ? [{ label: texts.app.signOut, onSelect: () => closeSession() }]
            : []),
        ]}
      />
    </header>
  );
}

function openDocumentation(): void {
  window.open(`${serviceUrl()}/docs/guide`, '_blank', 'noopener');
}
