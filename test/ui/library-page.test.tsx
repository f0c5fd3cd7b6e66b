// @vitest-environment jsdom
import 'fake-indexeddb/auto';
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { LibraryPage as Page } from '../../entrypoints/library/library-page.tsx';
import { Archive } from '../../lib/archive/archive.ts';
import { sampleDepartment, sampleDocument } from '../archive/sample-document.ts';
import { offerMessages } from './fake-messages.ts';

let LibraryPage: typeof Page;
let archive: Archive;
let root: HTMLElement;
let count = 0;

beforeAll(async () => {
  offerMessages();
  globalThis.scrollTo = () => {};
  const nothing = { get: async () => ({}), set: async () => {}, onChanged: { addListener() {}, removeListener() {} } };
  Object.assign((globalThis as unknown as { chrome: object }).chrome, { storage: { local: nothing } });
  // It takes hold of the browser as soon as it is loaded.
  ({ LibraryPage } = await import('../../entrypoints/library/library-page.tsx'));
});

beforeEach(() => {
  archive = new Archive(`page ${++count}`);
  root = document.body.appendChild(document.createElement('div'));
});

afterEach(async () => {
  await act(() => render(null, root));
  root.remove();
  location.hash = '';
  await archive.close();
});

const all = (selector: string) => [...root.querySelectorAll<HTMLElement>(selector)];
const click = (selector: string) => act(async () => all(selector)[0]!.click());

/** Lets the page catch up with the library until this holds. */
const until = (holds: () => boolean) =>
  vi.waitFor(async () => {
    await act(async () => {
      await new Promise(resolve => setTimeout(resolve, 5));
    });
    expect(holds()).toBe(true);
  });

async function show(): Promise<void> {
  await act(() => render(<LibraryPage library={archive} />, root));
  await until(() => all('[data-state="open"]').length === 1);
}

describe('the library page', () => {
  it('says how to begin when there is nothing', async () => {
    await show();
    expect(root.textContent).toContain('资料库是空的');
  });

  it('tells the latest edition, an earlier one, and one that says the same', async () => {
    for (const [salt, amount, keptAt] of [
      ['a', '100.00', '2033-01-01T00:00:00.000Z'],
      ['b', '120.00', '2033-02-01T00:00:00.000Z'],
      ['c', '120.00', '2033-03-01T00:00:00.000Z'],
    ] as const)
      await archive.keep(await sampleDocument(2031, { salt, amount, keptAt }));
    await show();
    expect(all('.document-edition').map(({ textContent }) => textContent)).toEqual([
      '最新版本',
      '内容与另一份相同',
      '较早版本',
    ]);
  });

  it('lists a renamed body under its other name, and apart again', async () => {
    await archive.keep(await sampleDocument(2030, { body: '青禾市文书馆' }));
    await archive.keep(await sampleDocument(2031));
    await show();
    expect(all('[data-testid="series"]')).toEqual([]);
    const renamed = all('[data-testid="body"]').findIndex(body => body.textContent!.includes('青禾市文书馆'));
    await act(async () => all('[data-testid="naming"]')[renamed]!.click());
    const field = root.querySelector<HTMLInputElement>('input[name="body"]')!;
    field.value = '青禾市档案馆';
    await act(async () => field.form!.requestSubmit());
    await until(() => all('[data-testid="body"]').length === 1);
    expect(root.textContent).toContain('又名：青禾市文书馆');
    expect(all('[data-testid="series"]')).toHaveLength(1);
    await click('.body-naming button');
    await until(() => all('[data-testid="body"]').length === 2);
  });

  it('begins with the words its address asks for', async () => {
    await archive.keep(await sampleDocument(2030, { body: '青禾市图书馆' }));
    await archive.keep(await sampleDocument(2031));
    location.hash = `#find=${encodeURIComponent('青禾市档案馆')}`;
    await show();
    await until(() => all('[data-testid="document"]').length === 1);
    expect(root.querySelector<HTMLInputElement>('[data-testid="search"]')!.value).toBe('青禾市档案馆');
    await act(async () => {
      location.hash = '';
      dispatchEvent(new Event('hashchange'));
    });
    await until(() => all('[data-testid="document"]').length === 2);
  });

  it('deletes only what the reader is sure of', async () => {
    await archive.keep(await sampleDocument(2030));
    await archive.keep(await sampleDocument(2031));
    await show();
    await click('[data-testid="delete"]');
    expect(await archive.entries()).toHaveLength(2);
    await click('[data-testid="delete-sure"]');
    await until(() => all('[data-testid="document"]').length === 1);
    expect((await archive.entries()).map(({ year }) => year)).toEqual([2030]);
  });

  it('lays two bodies side by side without speaking of a change or a contradiction', async () => {
    const documents = [
      await sampleDocument(2031, { body: '青禾市图书馆' }),
      await sampleDocument(2031, { amount: '140.00' }),
    ];
    for (const document of documents) await archive.keep(document);
    location.hash = `#compare=${documents.map(({ report }) => report.source.sha256).join(',')}`;
    await show();
    await until(() => all('[data-testid="compared-line"]').length > 0);
    expect(all('.compared-body').map(({ textContent }) => textContent)).toEqual(['青禾市图书馆', '青禾市档案馆']);
    expect(all('[data-testid="change"]')).toEqual([]);
    expect(all('[data-testid="cross-finding"]')).toEqual([]);
  });

  it('takes a name without its place for another body’s if the reader says so, and back', async () => {
    await archive.keep(await sampleDocument(2030, { body: '档案馆' }));
    await archive.keep(await sampleDocument(2031));
    await show();
    expect(all('[data-testid="body"]')).toHaveLength(1);
    await click('[data-testid="name-apart"]');
    await until(() => all('[data-testid="body"]').length === 2);
    await act(async () =>
      all('.body-naming button')
        .find(({ textContent }) => textContent === '重新按名称归类')!
        .click(),
    );
    await until(() => all('[data-testid="body"]').length === 1);
  });

  it('tells which units of a department it holds, and lays them beside it', async () => {
    const department = await sampleDepartment(2031, '青禾市文化局', ['青禾市图书馆', '青禾市文化馆']);
    await archive.keep(department);
    await archive.keep(await sampleDocument(2031, { body: '青禾市图书馆' }));
    await show();
    await click('[data-testid="units"]');
    await until(() => all('[data-testid="department-units"]').length === 1);
    expect(root.textContent).toContain('合计无法核对');
    await click('[data-testid="add-units"]');
    await until(() => all('.comparison-documents li').length === 2);
    expect(all('[data-testid="department-units"]')[0]!.dataset.missing).toBe('2');
  });

  it('shows a document in its own words at the place asked for', async () => {
    const document = await sampleDocument(2031, { amount: '140.25' });
    await archive.keep(document);
    const figure = document.report.tables[0]!.figures[0]!;
    location.hash = `#document=${document.report.source.sha256}&at=${encodeURIComponent(JSON.stringify(figure.where))}`;
    await show();
    await until(() => all('[data-testid="reading-spot"]').length === 1);
    expect(all('[data-testid="reading-spot"]')[0]!.textContent).toBe('140.25');
  });

  it('says so when a document of the address is not there', async () => {
    location.hash = `#document=${'0'.repeat(64)}`;
    await show();
    await until(() => root.querySelector('[role="alert"]') !== null);
    expect(root.textContent).toContain('资料库里没有这份文件');
  });
});
