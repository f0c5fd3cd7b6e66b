import { OfficeError } from './office-error.ts';
import type { XlsRecord } from './xls-records.ts';

const HAS_WIDE_CHARACTERS = 0x01;
const HAS_PHONETICS = 0x04;
const HAS_FONTS = 0x08;
const FONT_BYTES = 4;

/** Reads the fields of one record from its beginning on. Throws OfficeError where the record is too short. */
export class XlsReader {
  readonly #bytes: Uint8Array;
  readonly #view: DataView;
  readonly #breaks: readonly number[];
  #at = 0;
  #nextBreak = 0;

  constructor({ bytes, breaks }: XlsRecord) {
    this.#bytes = bytes;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.#breaks = breaks;
  }

  get left(): number {
    return this.#bytes.length - this.#at;
  }

  skip(bytes: number): void {
    this.#take(bytes);
  }

  byte(): number {
    return this.#view.getUint8(this.#take(1));
  }

  word(): number {
    return this.#view.getUint16(this.#take(2), true);
  }

  long(): number {
    return this.#view.getUint32(this.#take(4), true);
  }

  double(): number {
    return this.#view.getFloat64(this.#take(8), true);
  }

  /** A number packed into four bytes: a whole number or the upper half of a double, as it is or in hundredths. */
  compactNumber(): number {
    const at = this.#take(4);
    const flags = this.#view.getUint8(at) & 3;
    const whole = this.#view.getInt32(at, true) >> 2;
    const double = new DataView(new ArrayBuffer(8));
    double.setUint32(4, (this.#view.getUint32(at, true) & ~3) >>> 0, true);
    const value = flags & 2 ? whole : double.getFloat64(0, true);
    return flags & 1 ? value / 100 : value;
  }

  /** A text that its length and its flags stand before. */
  text(lengthBytes: 1 | 2 = 2): string {
    const length = lengthBytes === 1 ? this.byte() : this.word();
    const flags = this.byte();
    const fonts = flags & HAS_FONTS ? this.word() : 0;
    const phoneticBytes = flags & HAS_PHONETICS ? this.long() : 0;
    const text = this.#characters(length, flags);
    this.skip(FONT_BYTES * fonts + phoneticBytes);
    return text;
  }

  /** Where the record breaks off amid the characters, the next piece says anew how wide they are. */
  #characters(length: number, flags: number): string {
    let text = '';
    let wide = (flags & HAS_WIDE_CHARACTERS) !== 0;
    for (let left = length; left > 0; ) {
      while (this.#nextBreak < this.#breaks.length && this.#breaks[this.#nextBreak]! < this.#at) this.#nextBreak++;
      if (this.#breaks[this.#nextBreak] === this.#at) {
        this.#nextBreak++;
        wide = (this.byte() & HAS_WIDE_CHARACTERS) !== 0;
      }
      const pieceEnd = this.#breaks[this.#nextBreak] ?? this.#bytes.length;
      const characters = Math.min(left, Math.floor((pieceEnd - this.#at) / (wide ? 2 : 1)));
      if (characters <= 0) throw new OfficeError('damaged');
      const bytes = characters * (wide ? 2 : 1);
      const piece = this.#bytes.subarray(this.#at, this.#at + bytes);
      text += wide ? new TextDecoder('utf-16le').decode(piece) : latin(piece);
      this.skip(bytes);
      left -= characters;
    }
    return text;
  }

  #take(bytes: number): number {
    const at = this.#at;
    if (at + bytes > this.#bytes.length) throw new OfficeError('damaged');
    this.#at += bytes;
    return at;
  }
}

/** The lower half of UTF-16; `latin1` of TextDecoder is windows-1252 in truth. */
function latin(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return text;
}
