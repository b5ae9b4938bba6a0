/** The studio: the page of the service where videos are made. */
import { render } from 'preact';
import './styles/tokens.css';
import './styles/base.css';
import { watchNetwork } from './api/connection.js';
import { startSession } from './api/session.js';
import { App } from './app/app.js';
import { watchFocus } from './app/focus.js';
import { applyTheme } from './app/theme.js';
import { watchDrops } from './files/watch-drops.js';
import { watchAddress } from './routing/router.js';
import { texts } from './texts/index.js';

applyTheme();
Object.assign(document.documentElement, { lang: texts.app.language, dir: texts.app.direction });
watchAddress();
watchNetwork();
watchDrops();
watchFocus();
render(<App />, document.querySelector('#studio')!);
void startSession();
