import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { family } from '../generator/family.ts';
import { longPdf } from './long-pdf.ts';

/** Host of a fictional finance office; the browser is told to look for it on this machine. */
export const SAMPLE_HOST = 'czj.yunxiu.gov.cn';

/** What a browser asked the site for. */
export interface SiteRequest {
  readonly host: string;
  /** With the query. */
  readonly path: string;
  /** In ms since 1970. */
  readonly at: number;
}

export interface SampleSite {
  readonly port: number;
  /** All it was asked for so far; a browser that has it for its proxy asks it for everything. */
  readonly requests: readonly SiteRequest[];
  /** Address of a page below the fictional host. */
  url(path: string): string;
  close(): Promise<void>;
}

/** Host of another office, to which nobody gave access. */
export const OTHER_HOST = 'czj.qinghe.gov.cn';

/** Three years of one fictional body, of which one says another figure of the year before than that year did; pages below `years/`. */
export const YEARS = family({ seed: 41, layout: 'national', years: 3, contradictions: ['prior-total'] });

/** Pages of `long.pdf`. */
export const LONG_PAGES = 300;

const sample = (name: string) => readFileSync(new URL(`../samples/${name}`, import.meta.url));

const page = (title: string, body: string) =>
  Buffer.from(
    `<!DOCTYPE html><html lang="zh-CN"><head><meta charset="utf-8"><title>${title}</title></head><body>${body}</body></html>`,
  );

const PAGES: Record<string, { type: string; content: () => Buffer }> = {
  '/final-accounts.html': { type: 'text/html; charset=utf-8', content: () => sample('final-accounts.html') },
  '/final-accounts.pdf': { type: 'application/pdf', content: () => sample('final-accounts.pdf') },
  '/long.pdf': { type: 'application/pdf', content: () => Buffer.from(longPdf(LONG_PAGES)) },
  ...Object.fromEntries(
    YEARS.documents.map(({ name, html }) => [
      `/years/${name}.html`,
      { type: 'text/html; charset=utf-8', content: () => Buffer.from(html) },
    ]),
  ),
  '/listing.html': {
    type: 'text/html; charset=utf-8',
    content: () =>
      page(
        '部门决算公开 - 云岫市财政局',
        `<h1>2023年度部门决算公开</h1><ul>
        <li><a href="/final-accounts.pdf">2023年度云岫市档案馆单位决算公开.pdf</a></li>
        <li><a href="/final-accounts.pdf?2">2023年度云岫市图书馆单位决算公开.pdf</a></li></ul>`,
      ),
  },
  '/many.html': {
    type: 'text/html; charset=utf-8',
    content: () =>
      page(
        '部门决算公开 - 云岫市财政局',
        `<h1>2023年度部门决算公开</h1><ul>
        <li><a href="/broken.pdf">2023年度云岫市图书馆单位决算公开.pdf</a></li>
        <li><a href="/years/${YEARS.documents[0]!.name}.html">2023年度云岫市水文站单位决算公开</a></li>
        <li><a href="/old.doc">2023年度云岫市文化馆单位决算公开.doc</a></li>
        <li><a href="http://${OTHER_HOST}/final-accounts.pdf">2023年度清禾市档案馆单位决算公开.pdf</a></li>
        <li><a href="/article.html">2023年度云岫市档案馆单位决算公开</a></li></ul>`,
      ),
  },
  '/article.html': {
    type: 'text/html; charset=utf-8',
    content: () =>
      page(
        '2023年度云岫市档案馆单位决算公开',
        '<h1>2023年度云岫市档案馆单位决算公开</h1><p>附件：<a href="final-accounts.pdf">单位决算公开.pdf</a></p>',
      ),
  },
  '/broken.pdf': { type: 'application/pdf', content: () => Buffer.from('%PDF-1.7\nnothing of a document') },
  '/framed.html': {
    type: 'text/html; charset=utf-8',
    content: () =>
      page(
        '2023年度云岫市档案馆单位决算公开',
        '<h1>2023年度云岫市档案馆单位决算公开</h1><iframe src="/final-accounts.pdf" width="800" height="900"></iframe>',
      ),
  },
  '/news.html': {
    type: 'text/html; charset=utf-8',
    content: () =>
      page(
        '云岫市召开防汛工作会议',
        `<h1>云岫市召开防汛工作会议</h1><p>6月18日，全市防汛工作会议召开，部署入汛后的各项准备。会议通报，今年已检修排涝泵站27座，
        清理沟渠61.5公里，储备编织袋12万条。</p><table><tr><th>河段</th><th>水位（米）</th></tr><tr><td>上游</td><td>23.10</td></tr><tr><td>下游</td><td>19.84</td></tr></table>`,
      ),
  },
};

/** Serves the sample disclosure, as page and PDF, a few pages around it, and further PDFs by their paths, on this machine only. */
export async function serveSampleSite(pdfs: Readonly<Record<string, string>> = {}): Promise<SampleSite> {
  const requests: SiteRequest[] = [];
  const server = createServer((request, response) => {
    // A proxy is asked for whole addresses.
    const { host, pathname: path, search } = new URL(request.url ?? '/', `http://${request.headers.host}`);
    requests.push({ host, path: path + search, at: Date.now() });
    const file = pdfs[path.slice(1)];
    const found = file ? { type: 'application/pdf', content: () => readFileSync(file) } : PAGES[path];
    if (!found) {
      response.writeHead(404).end();
      return;
    }
    response.writeHead(200, { 'content-type': found.type, 'cache-control': 'no-store' }).end(found.content());
  });
  server.on('connect', (request, socket) => {
    requests.push({ host: request.url ?? '', path: '', at: Date.now() });
    socket.end('HTTP/1.1 403 Forbidden\r\n\r\n');
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    port,
    requests,
    url: path => `http://${SAMPLE_HOST}/${path}`,
    close: () =>
      new Promise(resolve => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
