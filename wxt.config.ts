import { readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { defineConfig } from 'wxt';

/**
 * The variant the end-to-end tests load: a headless browser cannot answer a permission prompt, so this one holds the host
 * permission from the start. It goes into a folder of its own and is never published.
 */
const endToEnd = process.env.DISCLOSURE_LENS_E2E === '1';

/** pdf.js's worker and data files (Chinese encodings, standard fonts, decoders): packed with the extension, never fetched. */
const PDFJS = resolve('node_modules/pdfjs-dist');
const PDFJS_DATA = ['cmaps', 'standard_fonts', 'wasm', 'iccs'];

export default defineConfig({
  imports: false,
  outDirTemplate: `{{browser}}-mv{{manifestVersion}}${endToEnd ? '-e2e' : '{{modeSuffix}}'}`,
  manifest: ({ browser }) => ({
    name: '__MSG_extensionName__',
    description: '__MSG_extensionDescription__',
    default_locale: 'zh_CN',
    // A library that the browser may clear away when it runs short of room is none.
    permissions: [
      'activeTab',
      'scripting',
      'storage',
      'unlimitedStorage',
      ...(browser === 'firefox' ? [] : ['sidePanel']),
    ],
    optional_host_permissions: ['*://*/*'],
    ...(endToEnd ? { host_permissions: ['*://*/*'] } : {}),
    content_security_policy: { extension_pages: "script-src 'self' 'wasm-unsafe-eval'; object-src 'self'" },
    action: { default_title: '__MSG_actionTitle__' },
    options_ui: { page: 'welcome.html', open_in_tab: true },
    ...(browser === 'firefox'
      ? {
          browser_specific_settings: {
            gecko: {
              id: 'disclosure-lens@disclosure-lens.org',
              strict_min_version: '140.0',
              data_collection_permissions: { required: ['none'] },
            },
          },
        }
      : { minimum_chrome_version: '126' }),
  }),
  hooks: {
    'build:publicAssets': (_, assets) => {
      assets.push({
        absoluteSrc: join(PDFJS, 'legacy/build/pdf.worker.min.mjs'),
        relativeDest: 'pdfjs/pdf.worker.min.mjs',
      });
      // QuickJS runs scripts inside PDFs, which nothing here does.
      for (const folder of PDFJS_DATA)
        for (const name of readdirSync(join(PDFJS, folder)).filter(file => !/quickjs/i.test(file)))
          assets.push({ absoluteSrc: join(PDFJS, folder, name), relativeDest: `pdfjs/${folder}/${name}` });
    },
  },
  vite: () => ({
    oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
    worker: { format: 'es' },
  }),
});
