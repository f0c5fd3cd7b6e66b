import { t } from './i18n.ts';
import './search-field.css';

interface SearchFieldProps {
  readonly words: string;
  readonly onWords: (words: string) => void;
}

/** Looks for words and figures in the view that is shown. */
export function SearchField({ words, onWords }: SearchFieldProps) {
  return (
    <search class="search-field">
      <input
        type="search"
        class="field"
        data-testid="search"
        aria-label={t('search')}
        aria-keyshortcuts="/"
        placeholder={t('searchHint')}
        value={words}
        onInput={event => onWords(event.currentTarget.value)}
        onKeyDown={event => {
          if (event.key !== 'Escape') return;
          onWords('');
          event.currentTarget.blur();
        }}
      />
    </search>
  );
}
