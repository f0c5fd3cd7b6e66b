import { render } from 'preact';
import { interfaceLocale, t } from '../../lib/ui/i18n.ts';
import { readViewerAddress } from './address.ts';
import { Viewer } from './viewer.tsx';

document.documentElement.lang = interfaceLocale() === 'zh' ? 'zh-CN' : 'en';
document.title = t('extensionName');
render(<Viewer address={readViewerAddress(location.href)} />, document.getElementById('root')!);
