/** Names elements of one document by CSS selectors that find exactly them, as short as the page allows. */
export class Selectors {
  readonly #paths = new Map<Element, string>();
  readonly #steps = new Map<Element, string>();
  readonly #idCounts = new Map<string, number>();

  constructor(root: Document) {
    for (const { id } of root.querySelectorAll('[id]')) this.#idCounts.set(id, (this.#idCounts.get(id) ?? 0) + 1);
  }

  of(element: Element): string {
    const below: Element[] = [];
    let path: string | undefined;
    for (let at: Element | null = element; at && path === undefined; at = at.parentElement) {
      path = this.#paths.get(at) ?? this.#start(at);
      below.push(at);
    }
    let found = path ?? '';
    this.#paths.set(below.pop()!, found);
    for (let i = below.length - 1; i >= 0; i--) {
      found = `${found} > ${this.#step(below[i]!)}`;
      this.#paths.set(below[i]!, found);
    }
    return found;
  }

  /** What a path can begin with: an id of its own, the body, the document's element. */
  #start(element: Element): string | undefined {
    const { id, localName, parentElement } = element;
    if (isLasting(id) && this.#idCounts.get(id) === 1) return `#${id}`;
    if (!parentElement) return ':root';
    return localName === 'body' && parentElement.localName === 'html' ? 'body' : undefined;
  }

  #step(element: Element): string {
    const known = this.#steps.get(element);
    if (known) return known;
    const siblings = [...element.parentElement!.children];
    const totals = new Map<string, number>();
    for (const { localName } of siblings) totals.set(localName, (totals.get(localName) ?? 0) + 1);
    const counts = new Map<string, number>();
    siblings.forEach((sibling, i) => {
      const { localName } = sibling;
      const nth = (counts.get(localName) ?? 0) + 1;
      counts.set(localName, nth);
      const plain = /^[a-z][a-z0-9-]*$/.test(localName);
      this.#steps.set(
        sibling,
        !plain ? `:nth-child(${i + 1})` : totals.get(localName) === 1 ? localName : `${localName}:nth-of-type(${nth})`,
      );
    });
    return this.#steps.get(element)!;
  }
}

/** An id made by a person, not by a script that numbers what it makes. */
function isLasting(id: string): boolean {
  return /^[A-Za-z][\w-]{0,40}$/.test(id) && !/\d{3}/.test(id);
}
