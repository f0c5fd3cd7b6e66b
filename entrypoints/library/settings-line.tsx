import { useEffect, useState } from 'preact/hooks';
import { type MessageKey, t } from '../../lib/ui/i18n.ts';
import { changeSettings, type LibrarySettings, librarySettings } from './settings.ts';

const NAMES: Record<keyof LibrarySettings, MessageKey> = {
  isAutomatic: 'libraryAutomatic',
  withOriginals: 'libraryWithOriginals',
};

/** What goes into the library, and how much of it. */
export function SettingsLine() {
  const [settings, setSettings] = useState<LibrarySettings | null>(null);
  useEffect(() => {
    void librarySettings().then(setSettings);
  }, []);
  return (
    <p class="library-settings">
      {settings &&
        (Object.keys(NAMES) as (keyof LibrarySettings)[]).map(name => (
          <label key={name}>
            <input
              type="checkbox"
              data-testid={`setting-${name}`}
              checked={settings[name]}
              onChange={event => {
                const next = { ...settings, [name]: event.currentTarget.checked };
                setSettings(next);
                void changeSettings(next);
              }}
            />{' '}
            {t(NAMES[name])}
          </label>
        ))}
    </p>
  );
}
