import { parseArgs } from 'node:util';
import {
  differenceOf,
  documentsOf,
  type Entry,
  entriesOf,
  FOLDERS,
  inWords,
  readLedger,
  writeLedger,
} from './ledger.ts';

/**
 * `npm run ledger [-- [--folder wild] [--name PART] [--check]]`: checks every published document beside the repository, lists what is
 * told anew, no longer, or was not judged, and brings the ledger up to date: what is new is added without a verdict, to be judged by
 * eye; what is gone is dropped. `--check` leaves the ledger as it is. Exits 1 where anything is unjudged or judged false.
 */
const { values: options } = parseArgs({
  options: {
    folder: { type: 'string', default: '' },
    name: { type: 'string', default: '' },
    check: { type: 'boolean', default: false },
  },
});
let open = 0;
for (const folder of FOLDERS) {
  const documents = documentsOf(folder).filter(({ name }) => name.includes(options.name));
  if ((options.folder && folder !== options.folder) || documents.length === 0) continue;
  const names = new Set(documents.map(({ name }) => name));
  const ledger = readLedger(folder);
  const told: Entry[] = [];
  for (const document of documents) told.push(...(await entriesOf(document)));
  const known = ledger.filter(({ document }) => names.has(document));
  const { isNew, gone, entries } = differenceOf(known, told);
  const unjudged = entries.filter(({ verdict }) => verdict === null);
  const wrong = entries.filter(({ verdict }) => verdict === 'false');
  for (const [what, some] of Object.entries({ new: isNew, gone, unjudged, false: wrong }))
    for (const entry of some) console.log(`${what}: ${inWords(entry)}`);
  const errors = entries.filter(({ severity }) => severity === 'error');
  const right = (some: readonly Entry[]) => some.filter(({ verdict }) => verdict === 'true').length;
  console.log(
    `${folder}: ${documents.length} documents, ${right(errors)} of ${errors.length} errors true, ${right(entries) - right(errors)} of ${entries.length - errors.length} warnings true, ${unjudged.length} unjudged`,
  );
  open += unjudged.length + wrong.length;
  if (!options.check)
    writeLedger(folder, [...ledger.filter(({ document }) => !names.has(document)), ...entries].sort(byDocument));
}
process.exitCode = open > 0 ? 1 : 0;

function byDocument(a: Entry, b: Entry): number {
  return a.document < b.document ? -1 : a.document > b.document ? 1 : 0;
}
