import { Parser } from 'saxen';
import { OfficeError } from './office-error.ts';

/** Told what stands in an XML text, in its order. Names are local ones: the prefix is the producer's choice. */
export interface XmlListener {
  open(name: string, attributes: XmlAttributes): void;
  text(text: string): void;
  close(name: string): void;
}

export type XmlAttributes = ReadonlyMap<string, string>;

export interface XmlElement {
  readonly name: string;
  readonly attributes: XmlAttributes;
  readonly children: readonly (XmlElement | string)[];
}

/** Deeper than any document; beyond it a file is made to do harm. */
const MOST_LEVELS = 500;
/** Elements a tree may have: several times as many as the longest documents. */
const MOST_ELEMENTS = 1_000_000;
const NO_ATTRIBUTES: XmlAttributes = new Map();

/** Walks through an XML text once. Entities of its own making are left as they are written. Throws OfficeError. */
export function scanXml(xml: string, listener: XmlListener): void {
  let level = 0;
  try {
    new Parser()
      .on('openTag', (name, attributes, decode) => {
        if (++level > MOST_LEVELS) throw new OfficeError('damaged');
        listener.open(localName(name), attributesOf(attributes(), decode));
      })
      .on('closeTag', name => {
        level--;
        listener.close(localName(name));
      })
      .on('text', (text, decode) => listener.text(decode(text)))
      .on('cdata', text => listener.text(text))
      .on('error', cause => {
        throw new OfficeError('damaged', { cause });
      })
      .parse(xml);
  } catch (cause) {
    throw cause instanceof OfficeError ? cause : new OfficeError('damaged', { cause });
  }
}

/** The whole of an XML text as a tree. Throws OfficeError. */
export function parseXml(xml: string): XmlElement {
  const top: (XmlElement | string)[] = [];
  const open: (XmlElement | string)[][] = [top];
  let elements = 0;
  scanXml(xml, {
    open(name, attributes) {
      if (++elements > MOST_ELEMENTS) throw new OfficeError('too-large');
      const children: (XmlElement | string)[] = [];
      open.at(-1)!.push({ name, attributes, children });
      open.push(children);
    },
    text: text => open.at(-1)!.push(text),
    close: () => open.pop(),
  });
  const root = top.find(isElement);
  if (!root) throw new OfficeError('damaged');
  return root;
}

export function isElement(node: XmlElement | string): node is XmlElement {
  return typeof node !== 'string';
}

export function elementsOf(parent: XmlElement | undefined, name?: string): XmlElement[] {
  return parent?.children.filter(isElement).filter(child => name === undefined || child.name === name) ?? [];
}

export function elementOf(parent: XmlElement | undefined, name: string): XmlElement | undefined {
  return elementsOf(parent, name)[0];
}

/** An attribute such as `val`, `w:val` in the file, of a child that only carries it. */
export function propertyOf(parent: XmlElement | undefined, child: string, attribute = 'val'): string | undefined {
  return elementOf(parent, child)?.attributes.get(attribute);
}

/** Whether a switch is on: present, and not written as off. */
export function isOn(parent: XmlElement | undefined, child: string): boolean {
  const element = elementOf(parent, child);
  return element !== undefined && isTrue(element.attributes.get('val') ?? '1');
}

export function isTrue(value: string | undefined): boolean {
  return value === '1' || value === 'true' || value === 'on';
}

function attributesOf(raw: Record<string, string>, decode: (text: string) => string): XmlAttributes {
  const names = Object.keys(raw);
  if (names.length === 0) return NO_ATTRIBUTES;
  return new Map(names.map(name => [localName(name), decode(raw[name]!)]));
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}
