import type { ListPlace } from './word-numbering.ts';
import { elementOf, elementsOf, parseXml, propertyOf, type XmlElement } from './xml.ts';

/** What a paragraph's own properties or its style say of it; undefined where they are silent. */
export interface ParagraphLook {
  /** 0 for the outline's first level; 9 is body text. */
  readonly outline: number | undefined;
  readonly list: string | undefined;
  readonly level: number | undefined;
}

const BODY_TEXT = 9;
/** Styles that build on each other in more steps than this go in a circle. */
const MOST_STEPS = 20;

/** The paragraph styles of a text file. */
export class WordStyles {
  readonly #styles = new Map<string, XmlElement>();
  #default: string | undefined;

  constructor(xml: string | null) {
    for (const style of xml === null ? [] : elementsOf(parseXml(xml), 'style')) {
      const { attributes } = style;
      if ((attributes.get('type') ?? 'paragraph') !== 'paragraph') continue;
      const id = attributes.get('styleId') ?? '';
      this.#styles.set(id, style);
      if (attributes.get('default') === '1' || attributes.get('default') === 'true') this.#default = id;
    }
  }

  /** 1–6 for a heading, null for body text, by the properties of the paragraph and its style. */
  headingLevel(properties: XmlElement | undefined): number | null {
    const outline = this.#first(properties, look => look.outline) ?? BODY_TEXT;
    return outline < BODY_TEXT ? Math.min(outline + 1, 6) : null;
  }

  /** The list the paragraph belongs to; null for none. */
  listPlace(properties: XmlElement | undefined): ListPlace | null {
    const list = this.#first(properties, look => look.list);
    // List 0 takes a paragraph out of the list of its style.
    if (list === undefined || list === '0') return null;
    return { list, level: this.#first(properties, look => look.level) ?? 0 };
  }

  #first<T>(properties: XmlElement | undefined, find: (look: ParagraphLook) => T | undefined): T | undefined {
    let found = find(lookOf(properties));
    let id = propertyOf(properties, 'pStyle') ?? this.#default;
    for (let step = 0; found === undefined && id !== undefined && step < MOST_STEPS; step++) {
      const style = this.#styles.get(id);
      found = find(lookOf(elementOf(style, 'pPr')));
      id = propertyOf(style, 'basedOn');
    }
    return found;
  }
}

function lookOf(properties: XmlElement | undefined): ParagraphLook {
  const outline = propertyOf(properties, 'outlineLvl');
  const list = elementOf(properties, 'numPr');
  const level = propertyOf(list, 'ilvl');
  return {
    outline: outline === undefined ? undefined : Number(outline),
    list: propertyOf(list, 'numId'),
    level: level === undefined ? undefined : Number(level),
  };
}
