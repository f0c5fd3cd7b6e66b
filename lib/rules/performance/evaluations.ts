import type { Disclosure, OtherTable } from '../../disclosure/disclosure.ts';
import type { Evaluation } from '../../disclosure/evaluation.ts';

/** The self-evaluation tables of a document, with what they are called in sentences. */
export function evaluationsOf({
  otherTables,
}: Disclosure): { readonly title: string; readonly evaluation: Evaluation }[] {
  return otherTables.flatMap(table =>
    table.evaluation ? [{ title: nameOf(table, table.evaluation), evaluation: table.evaluation }] : [],
  );
}

function nameOf(table: OtherTable, evaluation: Evaluation): string {
  return table.title || evaluation.project || '绩效自评表';
}
