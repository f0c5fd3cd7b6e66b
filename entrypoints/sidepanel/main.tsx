import { render } from 'preact';
import { interfaceLocale, t } from '../../lib/ui/i18n.ts';
import { App } from './app.tsx';

document.documentElement.lang = interfaceLocale() === 'zh' ? 'zh-CN' : 'en';
document.title = t('extensionName');
render(<App />, document.getElementById('root')!);
