import { useEffect, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { t } from '../../lib/ui/i18n.ts';
import { allowedSites } from './detection.ts';
import { siteNameOf, sitePatternOf } from './site-pattern.ts';

/** The other sites the reader gave access to, one by one: to be added to and taken back. */
export function SiteList() {
  const [sites, setSites] = useState<readonly string[]>([]);
  const [words, setWords] = useState('');
  const [isWrong, setWrong] = useState(false);
  const look = () => void allowedSites().then(setSites);
  useEffect(look, []);
  const add = (event: Event) => {
    event.preventDefault();
    const pattern = sitePatternOf(words);
    setWrong(pattern === null);
    // Straight from the click: the browser asks for the reader's consent.
    if (pattern)
      void browser.permissions
        .request({ origins: [pattern] })
        .then(granted => granted && setWords(''))
        .then(look);
  };
  return (
    <div class="site-list" data-testid="sites">
      <ul>
        {sites.map(pattern => (
          <li key={pattern}>
            <span>{siteNameOf(pattern)}</span>
            <button
              type="button"
              class="link"
              onClick={() => void browser.permissions.remove({ origins: [pattern] }).then(look)}
            >
              {t('welcomeSiteRemove')}
              <span class="visually-hidden"> {siteNameOf(pattern)}</span>
            </button>
          </li>
        ))}
      </ul>
      <form onSubmit={add}>
        <label>
          {t('welcomeSiteAddress')}{' '}
          <input
            type="text"
            class="field"
            inputMode="url"
            placeholder="www.example.edu.cn"
            value={words}
            aria-invalid={isWrong}
            onInput={event => setWords(event.currentTarget.value)}
          />
        </label>
        <button type="submit" class="button">
          {t('welcomeSiteAllow')}
        </button>
      </form>
      <p role="alert" hidden={!isWrong}>
        {isWrong && t('welcomeSiteWrong')}
      </p>
    </div>
  );
}
