/** What is done at each node below an element; `position` is the node's offset in the textContent of that element. */
export interface Visitor {
  /** False leaves the element's content out. */
  enter(element: Element, position: number): boolean;
  leave(element: Element, position: number): void;
  text(data: string, position: number): void;
}

const ELEMENT = 1;
const TEXT = 3;
const CDATA = 4;

/** Visits everything below `root` in document order, however deep it is nested. */
export function walk(root: Element, visitor: Visitor): void {
  let position = 0;
  let node: Node | null = root.firstChild;
  while (node) {
    if (node.nodeType === TEXT || node.nodeType === CDATA) {
      const { data } = node as CharacterData;
      visitor.text(data, position);
      position += data.length;
    } else if (node.nodeType === ELEMENT) {
      const element = node as Element;
      if (!visitor.enter(element, position)) position += element.textContent.length;
      else if (element.firstChild) {
        node = element.firstChild;
        continue;
      } else visitor.leave(element, position);
    }
    while (!node.nextSibling) {
      node = node.parentNode!;
      if (node === root) return;
      visitor.leave(node as Element, position);
    }
    node = node.nextSibling;
  }
}
