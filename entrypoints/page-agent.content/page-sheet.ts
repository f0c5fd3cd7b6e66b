/** A style sheet of ours, on the page only while it says something: none of the page's own nodes is touched by it. */
export class PageSheet {
  #sheet: CSSStyleSheet | null = null;

  write(css: string): void {
    if (!this.#sheet) {
      this.#sheet = new CSSStyleSheet();
      document.adoptedStyleSheets = [...document.adoptedStyleSheets, this.#sheet];
    }
    this.#sheet.replaceSync(css);
  }

  /** Leaves the page as it was. */
  remove(): void {
    if (!this.#sheet) return;
    const own = this.#sheet;
    this.#sheet = null;
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter(sheet => sheet !== own);
  }
}

/** One rule for a box that the browser generates beside the page's own content, over it and not in print. */
export function generatedBox(which: 'before' | 'after', declarations: Readonly<Record<string, string>>): string {
  const all = {
    all: 'initial',
    position: 'fixed',
    'z-index': '2147483647',
    'box-sizing': 'border-box',
    ...declarations,
  };
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value} !important;`);
  return `@media not print { :root::${which} { ${lines.join(' ')} } }`;
}
