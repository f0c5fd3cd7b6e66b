import { useRef } from 'preact/hooks';
import './file-picker.css';
import { t } from './i18n.ts';

interface FilePickerProps {
  /** A line at the foot of the panel instead of a field of its own. */
  readonly small: boolean;
  readonly onFile: (file: File) => void;
}

/** Where a file from the reader's own disk is dropped or picked. */
export function FilePicker({ small, onFile }: FilePickerProps) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <div class="file-picker" data-small={small} data-testid="drop-zone">
      {!small && <p>{t('dropHere')}</p>}
      <button
        type="button"
        class={small ? 'link' : 'button'}
        onClick={() => {
          input.current?.click();
        }}
      >
        {t(small ? 'openOtherFile' : 'chooseFile')}
      </button>
      <input
        ref={input}
        type="file"
        hidden
        data-testid="file-input"
        accept=".pdf,.html,.htm,.xlsx,.xls,.et,.docx"
        aria-label={t('chooseFile')}
        onChange={event => {
          const [file] = event.currentTarget.files ?? [];
          if (file) onFile(file);
          event.currentTarget.value = '';
        }}
      />
    </div>
  );
}
