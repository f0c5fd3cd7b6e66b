import type { Entry } from '../../lib/archive/entry.ts';
import type { KeptDisclosure } from '../../lib/archive/kept-comparison.ts';
import type { Naming } from '../../lib/archive/naming.ts';
import { entriesOfUnits } from '../../lib/archive/unit-entries.ts';
import type { DepartmentUnits } from '../../lib/compare/department-units.ts';
import { t } from '../../lib/ui/i18n.ts';
import { libraryAddress } from './address.ts';
import { documentWords } from './document-words.ts';

interface DepartmentNoteProps {
  readonly found: DepartmentUnits<KeptDisclosure>;
  /** What is side by side. */
  readonly chosen: readonly Entry[];
  /** All of the library. */
  readonly entries: readonly Entry[];
  readonly namings: readonly Naming[];
}

/** Which of the units that a department lists are at hand, and whether its figures can be held against their sum. */
export function DepartmentNote({ found, chosen, entries, namings }: DepartmentNoteProps) {
  const { department, units, missing } = found;
  const { entry, body } = department;
  const kept = entriesOfUnits(missing, entry, entries, namings);
  const all = [...chosen, ...kept].map(({ sha256 }) => sha256);
  return (
    <p data-testid="department-units" data-missing={missing.length}>
      {t('compareUnits', `${body} ${documentWords(entry)}`, units.length + missing.length, units.length)}{' '}
      {missing.length === 0 ? t('compareUnitsWhole') : t('compareUnitsMissing', missing.join(t('listJoin')))}{' '}
      {kept.length > 0 && (
        <a class="link" data-testid="add-units" href={libraryAddress({ show: 'comparison', documents: all })}>
          {t('compareUnitsAdd', kept.length)}
        </a>
      )}
    </p>
  );
}
