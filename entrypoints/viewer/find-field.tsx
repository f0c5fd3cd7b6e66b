import { t } from '../../lib/ui/i18n.ts';
import type { Find } from './use-find.ts';

/** Looks for words in the document; Enter goes to the next, with Shift to the one before. */
export function FindField({ find }: { readonly find: Find }) {
  return (
    <search class="find-field">
      <input
        id="find"
        type="search"
        class="field"
        data-testid="find"
        aria-label={t('viewerFind')}
        placeholder={t('viewerFind')}
        value={find.words}
        onInput={event => find.look(event.currentTarget.value)}
        onKeyDown={event => {
          if (event.key === 'Enter') find.step(event.shiftKey ? -1 : 1);
          if (event.key === 'Escape') find.look('');
        }}
      />
      <span class="find-count" role="status" data-testid="find-count">
        {find.words !== '' && t('viewerFound', find.current + 1, find.hits)}
      </span>
    </search>
  );
}
