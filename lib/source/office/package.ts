import { unzipSync } from 'fflate';
import { OfficeError } from './office-error.ts';
import { elementsOf, parseXml } from './xml.ts';

/** Bytes that the parts read of one file may unpack to; more is a file made to do harm, or one no browser could hold. */
const MOST_BYTES = 128 * 1024 * 1024;

/** What a part refers to: the last word of the relation's type, and the name of the part. */
export interface Relation {
  readonly type: string;
  readonly part: string;
}

/** A zip file of XML parts, as newer spreadsheets and text files are. Parts are unpacked when they are asked for. */
export class OfficePackage {
  readonly #bytes: Uint8Array;
  /** Names as the file spells them, by their folded form. */
  readonly #names = new Map<string, string>();
  #unpacked = 0;

  /** Throws OfficeError. */
  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
    this.#unzip(name => {
      this.#names.set(folded(name), name);
      return false;
    });
  }

  /** The text of a part; null where there is none. Throws OfficeError. */
  text(part: string): string | null {
    const wanted = this.#names.get(folded(part));
    if (wanted === undefined) return null;
    const bytes = this.#unzip((name, size) => {
      if (name !== wanted) return false;
      this.#unpacked += size;
      if (this.#unpacked > MOST_BYTES) throw new OfficeError('too-large');
      return true;
    })[wanted];
    if (!bytes) throw new OfficeError('damaged');
    const wide = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
    return new TextDecoder(!wide ? 'utf-8' : bytes[0] === 0xff ? 'utf-16le' : 'utf-16be').decode(bytes);
  }

  /** What a part refers to, by id; `''` is the package itself. Links out of the file are left out. */
  relationsOf(part: string): ReadonlyMap<string, Relation> {
    const slash = part.lastIndexOf('/') + 1;
    const folder = part.slice(0, slash);
    const xml = this.text(`${folder}_rels/${part.slice(slash)}.rels`);
    const relations = new Map<string, Relation>();
    for (const { attributes } of xml === null ? [] : elementsOf(parseXml(xml), 'Relationship')) {
      const [id, type, target] = ['Id', 'Type', 'Target'].map(name => attributes.get(name));
      if (!id || !type || !target || attributes.get('TargetMode') === 'External') continue;
      relations.set(id, { type: type.slice(type.lastIndexOf('/') + 1), part: resolved(folder, target) });
    }
    return relations;
  }

  /** Name of the part of a type that a part refers to. */
  related(part: string, type: string): string | null {
    return [...this.relationsOf(part).values()].find(relation => relation.type === type)?.part ?? null;
  }

  #unzip(wants: (name: string, size: number) => boolean): Record<string, Uint8Array> {
    try {
      return unzipSync(this.#bytes, { filter: ({ name, originalSize }) => wants(name, originalSize) });
    } catch (cause) {
      throw cause instanceof OfficeError ? cause : new OfficeError('damaged', { cause });
    }
  }
}

/** Names of parts differ in case, and some producers write Windows paths. */
function folded(name: string): string {
  return name.replaceAll('\\', '/').replace(/^\//, '').toLowerCase();
}

function resolved(folder: string, target: string): string {
  const path = target.replaceAll('\\', '/');
  const steps: string[] = [];
  for (const step of (path.startsWith('/') ? path : folder + path).split('/')) {
    if (step === '..') steps.pop();
    else if (step && step !== '.') steps.push(step);
  }
  return steps.join('/');
}
