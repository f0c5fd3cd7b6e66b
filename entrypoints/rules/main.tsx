import { render } from 'preact';
import { crossRules, unitsRules } from '../../lib/compare/catalogue.ts';
import { rules } from '../../lib/rules/catalogue.ts';
import { interfaceLocale, t } from '../../lib/ui/i18n.ts';
import { RulesPage } from './rules-page.tsx';

document.documentElement.lang = interfaceLocale() === 'zh' ? 'zh-CN' : 'en';
document.title = t('rulesTitle');
render(<RulesPage rules={[...rules, ...crossRules, ...unitsRules]} />, document.getElementById('root')!);
