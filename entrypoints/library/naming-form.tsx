import { useId, useState } from 'preact/hooks';
import type { Archive } from '../../lib/archive/archive.ts';
import type { Body } from '../../lib/archive/bodies.ts';
import type { Naming } from '../../lib/archive/naming.ts';
import { properName } from '../../lib/compare/same-body.ts';
import { t } from '../../lib/ui/i18n.ts';

interface NamingFormProps {
  readonly body: Body;
  readonly bodies: readonly Body[];
  readonly namings: readonly Naming[];
  readonly library: Archive;
}

/** Lists a renamed body under its other name, and takes that back. */
export function NamingForm({ body, bodies, namings, library }: NamingFormProps) {
  const [asking, setAsking] = useState(false);
  const list = useId();
  const own = namings.filter(naming => naming.body === body.name && body.names.includes(naming.name));
  const said = new Set(namings.map(({ name }) => name));
  // A name that is listed here for what it is, and may be another body's.
  const alike = body.names.filter(name => name !== '' && properName(name) !== properName(body.name) && !said.has(name));
  const give = async (event: SubmitEvent) => {
    event.preventDefault();
    const wanted = new FormData(event.currentTarget as HTMLFormElement).get('body');
    if (typeof wanted === 'string' && wanted.trim() !== '' && wanted !== body.name)
      for (const name of body.names) await library.name(name, wanted.trim());
    setAsking(false);
  };
  return (
    <p class="body-naming">
      {own.map(({ name }) => (
        <button key={name} type="button" class="link" onClick={() => library.name(name, null)}>
          {name === body.name ? t('libraryNameAgain') : t('libraryNameApart', name)}
        </button>
      ))}
      {alike.map(name => (
        <button key={name} type="button" class="link" data-testid="name-apart" onClick={() => library.name(name, name)}>
          {t('libraryNameApart', name)}
        </button>
      ))}
      {asking ? (
        <form onSubmit={give}>
          <label>
            {t('libraryNameAs')} <input name="body" class="field" list={list} required />
          </label>
          <datalist id={list}>
            {bodies.map(({ name }) => name !== '' && name !== body.name && <option key={name} value={name} />)}
          </datalist>{' '}
          <button type="submit" class="button">
            {t('libraryNameGive')}
          </button>{' '}
          <button type="button" class="link" onClick={() => setAsking(false)}>
            {t('cancel')}
          </button>
        </form>
      ) : (
        <button type="button" class="link" data-testid="naming" onClick={() => setAsking(true)}>
          {t('libraryRenamed')}
        </button>
      )}
    </p>
  );
}
