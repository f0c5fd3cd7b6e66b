import { OfficeError } from './office-error.ts';

const SIGNATURE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
/** Sector numbers from here on are marks, not sectors. */
const FIRST_MARK = 0xfffffffa;
const ENTRY_BYTES = 128;
const STREAM = 2;
const ROOT = 5;

interface Entry {
  readonly name: string;
  readonly type: number;
  readonly left: number;
  readonly right: number;
  readonly child: number;
  readonly start: number;
  readonly size: number;
}

/** Whether bytes are a compound file, the container of the older Office formats and of encrypted newer ones. */
export function isCompoundFile(bytes: Uint8Array): boolean {
  return SIGNATURE.every((byte, i) => bytes[i] === byte);
}

/** A compound file: streams in sectors that are chained by an allocation table. */
export class CompoundFile {
  readonly #bytes: Uint8Array;
  readonly #view: DataView;
  readonly #sectorBytes: number;
  readonly #miniSectorBytes: number;
  /** Streams smaller than this stand in the mini stream. */
  readonly #miniLimit: number;
  readonly #next: Uint32Array;
  readonly #nextMini: Uint32Array;
  readonly #entries: readonly Entry[];
  readonly #miniStream: Uint8Array;

  /** Throws OfficeError. */
  constructor(bytes: Uint8Array) {
    if (bytes.length < 512) throw new OfficeError('damaged');
    this.#bytes = bytes;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const [shift, miniShift] = [this.#view.getUint16(30, true), this.#view.getUint16(32, true)];
    if (![9, 12].includes(shift) || miniShift !== 6) throw new OfficeError('damaged');
    this.#sectorBytes = 1 << shift;
    this.#miniSectorBytes = 1 << miniShift;
    this.#miniLimit = this.#view.getUint32(56, true);
    this.#next = this.#numbersIn(this.#tableSectors());
    this.#nextMini = this.#numbersIn(this.#chain(this.#view.getUint32(60, true), this.#next));
    this.#entries = this.#readEntries(this.#gather(this.#chain(this.#view.getUint32(48, true), this.#next)));
    const root = this.#entries[0];
    if (root?.type !== ROOT) throw new OfficeError('damaged');
    this.#miniStream = this.#gather(this.#chain(root.start, this.#next));
  }

  /** Names of the streams and storages at the top. Those of embedded objects are not among them. */
  get names(): string[] {
    return this.#top().map(entry => entry.name);
  }

  /** The content of a stream at the top; null where there is none. Throws OfficeError. */
  stream(name: string): Uint8Array | null {
    const entry = this.#top().find(each => each.type === STREAM && each.name.toLowerCase() === name.toLowerCase());
    if (!entry) return null;
    const content =
      entry.size < this.#miniLimit ? this.#gatherMini(entry.start) : this.#gather(this.#chain(entry.start, this.#next));
    if (content.length < entry.size) throw new OfficeError('damaged');
    return content.subarray(0, entry.size);
  }

  #top(): Entry[] {
    const found: Entry[] = [];
    const seen = new Set<number>();
    const open = [this.#entries[0]!.child];
    while (open.length > 0) {
      const id = open.pop()!;
      const entry = this.#entries[id];
      if (!entry || seen.has(id)) continue;
      seen.add(id);
      found.push(entry);
      open.push(entry.left, entry.right);
    }
    return found;
  }

  /** Sectors of the allocation table: the first 109 are named in the header, the rest in a chain of their own. */
  #tableSectors(): number[] {
    const sectors: number[] = [];
    const take = (sector: number) => {
      if (sector < FIRST_MARK) sectors.push(sector);
    };
    for (let i = 0; i < 109; i++) take(this.#view.getUint32(76 + 4 * i, true));
    const perSector = this.#sectorBytes / 4 - 1;
    let sector = this.#view.getUint32(68, true);
    for (let left = this.#sectorCount; sector < FIRST_MARK && left > 0; left--) {
      const more = this.#numbersIn([sector]);
      more.subarray(0, perSector).forEach(take);
      if (sectors.length > this.#sectorCount) throw new OfficeError('damaged');
      sector = more[perSector]!;
    }
    return sectors;
  }

  get #sectorCount(): number {
    return Math.ceil(this.#bytes.length / this.#sectorBytes);
  }

  /** No chain is longer, whichever the size of its sectors. */
  get #miniSectorCount(): number {
    return Math.ceil(this.#bytes.length / this.#miniSectorBytes);
  }

  #chain(start: number, next: Uint32Array): number[] {
    const chain: number[] = [];
    for (let sector = start; sector < FIRST_MARK; sector = next[sector]!) {
      // A chain longer than its table, or than the file, goes in a circle.
      if (sector >= next.length || chain.length >= Math.min(next.length, this.#miniSectorCount))
        throw new OfficeError('damaged');
      chain.push(sector);
    }
    return chain;
  }

  #gather(sectors: readonly number[]): Uint8Array {
    const size = this.#sectorBytes;
    const content = new Uint8Array(sectors.length * size);
    sectors.forEach((sector, i) => {
      content.set(this.#sector(sector), i * size);
    });
    return content;
  }

  #gatherMini(start: number): Uint8Array {
    const size = this.#miniSectorBytes;
    const sectors = this.#chain(start, this.#nextMini);
    const content = new Uint8Array(sectors.length * size);
    sectors.forEach((sector, i) => {
      if ((sector + 1) * size > this.#miniStream.length) throw new OfficeError('damaged');
      content.set(this.#miniStream.subarray(sector * size, (sector + 1) * size), i * size);
    });
    return content;
  }

  /** The last sector of a file may be cut short. */
  #sector(sector: number): Uint8Array {
    const from = (sector + 1) * this.#sectorBytes;
    if (from >= this.#bytes.length) throw new OfficeError('damaged');
    return this.#bytes.subarray(from, from + this.#sectorBytes);
  }

  #numbersIn(sectors: readonly number[]): Uint32Array {
    const bytes = this.#gather(sectors);
    const view = new DataView(bytes.buffer);
    return Uint32Array.from({ length: bytes.length / 4 }, (_, i) => view.getUint32(4 * i, true));
  }

  #readEntries(directory: Uint8Array): Entry[] {
    const view = new DataView(directory.buffer);
    const utf16 = new TextDecoder('utf-16le');
    return Array.from({ length: directory.length / ENTRY_BYTES }, (_, i) => {
      const at = i * ENTRY_BYTES;
      const nameBytes = Math.max(0, Math.min(64, view.getUint16(at + 64, true)) - 2);
      return {
        name: utf16.decode(directory.subarray(at, at + nameBytes)),
        type: directory[at + 66]!,
        left: view.getUint32(at + 68, true),
        right: view.getUint32(at + 72, true),
        child: view.getUint32(at + 76, true),
        start: view.getUint32(at + 116, true),
        size: view.getUint32(at + 120, true),
      };
    });
  }
}
