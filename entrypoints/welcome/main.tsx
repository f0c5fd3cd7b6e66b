import { render } from 'preact';
import { interfaceLocale, t } from '../../lib/ui/i18n.ts';
import { Welcome } from './welcome.tsx';

document.documentElement.lang = interfaceLocale() === 'zh' ? 'zh-CN' : 'en';
document.title = t('welcomeTitle');
render(<Welcome />, document.getElementById('root')!);
