import { useState } from 'preact/hooks';
import type { Comparison } from '../../lib/archive/kept-comparison.ts';
import { interfaceLocale, t } from '../../lib/ui/i18n.ts';
import { download } from '../viewer/download.ts';

const FORMATS = ['xlsx', 'csv', 'json'] as const;
type Format = (typeof FORMATS)[number];

const NAMES: Record<Format, string> = { xlsx: 'Excel', csv: 'CSV', json: 'JSON' };
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Writes what is side by side into a file of the reader's. */
export function SaveComparison({ comparison }: { readonly comparison: Comparison }) {
  const [isFailed, setFailed] = useState(false);
  const save = (format: Format) =>
    saved(comparison, format).then(
      () => setFailed(false),
      () => setFailed(true),
    );
  return (
    <p class="comparison-save">
      {t('saveHeading')}{' '}
      {FORMATS.map(format => (
        <button
          key={format}
          type="button"
          class="link"
          data-testid={`save-comparison-${format}`}
          onClick={() => save(format)}
        >
          {NAMES[format]}
        </button>
      ))}
      {isFailed && <span role="alert">{t('saveFailed')}</span>}
    </p>
  );
}

async function saved(comparison: Comparison, format: Format): Promise<void> {
  const locale = interfaceLocale();
  const { safeFileName } = await import('../../lib/export/file-name.ts');
  const bodies = [...new Set(comparison.documents.map(({ body }) => body))];
  const years = [...new Set(comparison.documents.map(({ disclosure }) => disclosure.year))];
  const name = safeFileName([...bodies.slice(0, 2), years.filter(Boolean).join('-')].join(' '));
  switch (format) {
    case 'xlsx': {
      const { writeComparisonWorkbook } = await import('../../lib/export/comparison-workbook.ts');
      return download(writeComparisonWorkbook(comparison, locale), XLSX, `${name}.xlsx`);
    }
    case 'csv': {
      const { writeComparisonCsv } = await import('../../lib/export/comparison-csv.ts');
      return download(writeComparisonCsv(comparison, locale), 'text/csv;charset=utf-8', `${name}.csv`);
    }
    case 'json': {
      const { publicComparison } = await import('../../lib/export/comparison-json.ts');
      return download(JSON.stringify(publicComparison(comparison), null, 2), 'application/json', `${name}.json`);
    }
  }
}
