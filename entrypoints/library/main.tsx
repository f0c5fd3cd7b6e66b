import { render } from 'preact';
import { interfaceLocale, t } from '../../lib/ui/i18n.ts';
import { LibraryPage } from './library-page.tsx';
import { readerLibrary } from './reader-library.ts';

document.documentElement.lang = interfaceLocale() === 'zh' ? 'zh-CN' : 'en';
document.title = t('libraryTitle');
render(<LibraryPage library={readerLibrary} />, document.getElementById('root')!);
