import { useEffect, useMemo, useReducer, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import type { z } from 'zod';
import { toolbarClickSchema, viewerSelectedSchema } from '../../lib/ui/messages.ts';
import { Panel } from '../../lib/ui/panel.tsx';
import type { PanelActions } from '../../lib/ui/panel-actions.ts';
import { watchDismissals } from './dismissal-store.ts';
import type { TabCheck } from './tab-check.ts';
import { TabChecks } from './tab-checks.ts';
import { useTabInView } from './tab-in-view.ts';

/** The panel beside a tab. */
export function App() {
  const tab = useTabInView();
  const [, redraw] = useReducer((n: number) => n + 1, 0);
  const [checks] = useState(() => new TabChecks(() => redraw(undefined)));
  const [picked, setPicked] = useState<z.infer<typeof viewerSelectedSchema> | null>(null);

  useEffect(() => {
    if (tab) checks.enter(tab);
  }, [checks, tab]);

  useEffect(() => {
    const listen = (message: unknown) => {
      const click = toolbarClickSchema.safeParse(message);
      // Every window has a panel of its own.
      if (click.success)
        void browser.windows.getCurrent().then(({ id }) => {
          if (id === click.data.windowId) checks.startAgain(click.data.tabId);
        });
      const selection = viewerSelectedSchema.safeParse(message);
      if (selection.success) setPicked(selection.data);
    };
    const loaded = (tabId: number, { status }: { status?: string }, { url }: { url?: string | undefined }) => {
      if (status === 'complete') checks.loaded(tabId, url);
    };
    const closed = (tabId: number) => checks.forget(tabId);
    const unwatch = watchDismissals(sha256 => checks.dismissalsChanged(sha256));
    browser.runtime.onMessage.addListener(listen);
    browser.tabs.onUpdated.addListener(loaded);
    browser.tabs.onRemoved.addListener(closed);
    return () => {
      unwatch();
      browser.runtime.onMessage.removeListener(listen);
      browser.tabs.onUpdated.removeListener(loaded);
      browser.tabs.onRemoved.removeListener(closed);
    };
  }, [checks]);

  const check = tab && checks.of(tab);
  const actions = useMemo(() => check && actionsOf(check), [check]);
  if (!check || !actions) return null;
  const own = picked?.document === check.document ? picked.findings : null;
  // A document that two tabs show is one to the reader, who keeps the place in it.
  return (
    <Panel
      key={check.document ?? check.tabId}
      state={check.state}
      actions={actions}
      picked={own}
      hasList={check.hasList}
    />
  );
}

function actionsOf(check: TabCheck): PanelActions {
  return {
    check: () => void check.start(true),
    checkPage: () => void check.startPage(),
    openFile: file => void check.openFile(file),
    openDocument: document => void check.openDocument(document),
    checkAll: () => check.checkAll(),
    stopAll: () => check.stopAll(),
    backToList: () => check.backToList(),
    openViewer: () => void check.openViewer(),
    goTo: (target, others) => check.goTo(target, others),
    filter: status => void check.filter(status),
    mark: on => void check.mark(on),
    save: format => check.save(format),
    keep: () => check.keep(),
    watchKept: tell => check.watchKept(tell),
    dismiss: (finding, dismissal) => void check.dismiss(finding, dismissal),
  };
}
