import { useEffect } from 'preact/hooks';

/** What the panel does at a key. */
export interface KeyActions {
  /** Opens the nth view, counted from 0. */
  view(nth: number): void;
  search(): void;
  help(): void;
}

/**
 * The panel's keys: j and k walk over the rows of the view (whatever carries `data-stop`), digits change the view, / looks for
 * words, ? explains. Nothing happens while the reader is typing, nor with a key of the browser's own held down.
 */
export function usePanelKeys(actions: KeyActions): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
      if (!act(event.key, actions)) return;
      event.preventDefault();
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, [actions]);
}

function act(key: string, actions: KeyActions): boolean {
  if (key === 'j') step(1);
  else if (key === 'k') step(-1);
  else if (key === '/') actions.search();
  else if (key === '?') actions.help();
  else if (/^[1-9]$/.test(key)) actions.view(Number(key) - 1);
  else return false;
  return true;
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('input:not([type="radio"]), select, textarea, dialog') !== null;
}

/** Before a row goes away with the focus in it: to the row after it, else to the one before. */
export function focusNextStop(row: Element | null): void {
  if (!row) return;
  const stops = [...document.querySelectorAll<HTMLElement>('[data-stop]')].filter(stop => !row.contains(stop));
  const lies = (stop: HTMLElement) => row.compareDocumentPosition(stop);
  const next =
    stops.find(stop => lies(stop) & Node.DOCUMENT_POSITION_FOLLOWING) ??
    stops.findLast(stop => lies(stop) & Node.DOCUMENT_POSITION_PRECEDING);
  next?.focus();
}

/** To the row after or before what has the focus. */
function step(direction: 1 | -1): void {
  const stops = [...document.querySelectorAll<HTMLElement>('[data-stop]')];
  const focused = document.activeElement ?? document.body;
  const lies = (stop: HTMLElement) => focused.compareDocumentPosition(stop);
  const next =
    direction === 1
      ? stops.find(stop => lies(stop) & Node.DOCUMENT_POSITION_FOLLOWING)
      : stops.findLast(stop => lies(stop) & Node.DOCUMENT_POSITION_PRECEDING);
  next?.focus();
}
