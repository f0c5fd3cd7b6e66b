import { parseArgs } from 'node:util';
import { LAYOUTS } from '../generator/layout.ts';
import { PRINT_STYLES } from '../generator/layouts/print-style.ts';
import { plantable } from '../generator/plant.ts';
import { random } from '../generator/random.ts';
import { fictional, LAYOUT_NAMES, type LawDocument, printed, published } from '../laws/documents.ts';
import { LAWS, some } from '../laws/laws.ts';

/**
 * `npm run bench:laws [-- [--seeds 1,2,3] [--law rows] [--folder real] [--name PART] [--each 12]]`: tries the laws of the check on
 * fictional disclosures of every layout, with nothing and with each mistake planted, and on the published documents beside the
 * repository. Lists each violation, then what was tried and violated of each law; exits 1 where any is.
 * `--folder` takes one folder of the corpus, or `fictional`; `--each` is how many changes of a law are tried on a document, any of them.
 */
const { values: options } = parseArgs({
  options: {
    seeds: { type: 'string', default: '1,2,3' },
    law: { type: 'string', default: '' },
    folder: { type: 'string', default: '' },
    name: { type: 'string', default: '' },
    each: { type: 'string', default: '12' },
  },
});
const FOLDERS = ['seeds', 'truth', 'real', 'wild', 'pages', 'office'];
const seeds = options.seeds.split(',').map(Number);
const each = Number(options.each);
/** What a mistake is planted in differs little from what none is. */
const PLANTED_SHARE = 4;
const counts = new Map(LAWS.map(({ id }) => [id, { tried: 0, violated: 0 }]));

let nth = 0;
for await (const document of documents()) {
  nth++;
  const wanted = document.planted.length > 0 ? Math.ceil(each / PLANTED_SHARE) : each;
  for (const law of LAWS) {
    if (options.law && law.id !== options.law) continue;
    if (law.onFictional && !document.blocks) continue;
    const dice = random(seeds[0]! + 1_000 * nth);
    for (const { what, violations } of some(law.tries(document, dice, wanted), dice, wanted)) {
      const count = counts.get(law.id)!;
      count.tried++;
      const found = await violations();
      if (found.length === 0) continue;
      count.violated++;
      for (const words of found) console.log(`${law.id}: ${document.name}: ${what}: ${words}`);
    }
  }
}
for (const { id, says } of LAWS) {
  const { tried, violated } = counts.get(id)!;
  if (tried > 0)
    console.log(
      `${id.padEnd(16)} tried ${String(tried).padStart(5)}  violated ${String(violated).padStart(4)}  ${says}`,
    );
}
process.exitCode = [...counts.values()].some(({ violated }) => violated > 0) ? 1 : 0;

async function* documents(): AsyncGenerator<LawDocument> {
  if (!options.folder || options.folder === 'fictional')
    for (const layout of LAYOUT_NAMES)
      for (const seed of seeds)
        for (const kinds of [[], ...plantable({ layout: LAYOUTS[layout] }).map(kind => [kind])]) {
          const document = fictional(seed, layout, kinds);
          if (!document.name.includes(options.name)) continue;
          yield document;
          if (kinds.length === 0) yield await printed(document, PRINT_STYLES[seed % PRINT_STYLES.length]!);
        }
  for (const folder of FOLDERS)
    if (!options.folder || options.folder === folder) yield* published(folder, options.name);
}
