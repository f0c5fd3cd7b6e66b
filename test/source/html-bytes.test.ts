import { describe, expect, it } from 'vitest';
import { decodeHtml, looksLikeHtml } from '../../lib/source/html-bytes.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);
/** 决算 in GBK. */
const JUESUAN_GBK = [0xbe, 0xf6, 0xcb, 0xe3];
const gbkPage = (head: string) => new Uint8Array([...utf8(`<html><head>${head}</head><p>`), ...JUESUAN_GBK]);

function utf16(text: string, { littleEndian = true, mark = false } = {}): Uint8Array {
  const view = new DataView(new ArrayBuffer(2 * (text.length + (mark ? 1 : 0))));
  [...(mark ? '\ufeff' : ''), ...text].forEach((char, i) => {
    view.setUint16(2 * i, char.charCodeAt(0), littleEndian);
  });
  return new Uint8Array(view.buffer);
}

describe('decodeHtml', () => {
  it.each([
    ['UTF-8', utf8('<p>决算</p>'), ''],
    ['UTF-8 with a mark', utf8('\ufeff<p>决算</p>'), ''],
    ['UTF-8 that calls itself GBK', utf8('<meta charset="gbk"><p>决算</p>'), 'text/html; charset=gb2312'],
    ['GBK by meta charset', gbkPage('<meta charset="gb2312">'), ''],
    ['GBK by http-equiv', gbkPage('<meta http-equiv="Content-Type" content="text/html; charset=GBK">'), ''],
    ['GBK by the server', gbkPage(''), 'text/html;charset=GB18030'],
    ['GBK that nobody names', gbkPage(''), ''],
    ['GBK that calls itself UTF-8', gbkPage('<meta charset="utf-8">'), 'text/html; charset=utf-8'],
    ['GBK from a server that names its default', gbkPage(''), 'text/html; charset=ISO-8859-1'],
    ['GBK under a name nobody knows', gbkPage('<meta charset="x-none">'), ''],
    ['UTF-16 with a mark', utf16('<p>决算</p>', { mark: true }), ''],
    ['UTF-16 big endian with a mark', utf16('<p>决算</p>', { mark: true, littleEndian: false }), ''],
    ['UTF-16 without a mark', utf16('<p>决算</p>'), ''],
  ])('reads %s', (_, bytes, contentType) => {
    const text = decodeHtml(bytes, contentType);
    expect(text).toContain('决算');
    expect(text).not.toContain('\ufeff');
  });

  it('keeps Big5 where it is declared', () => {
    const bytes = new Uint8Array([...utf8('<meta charset="big5"><p>'), 0xa4, 0xa4, 0xa4, 0xe5]);
    expect(decodeHtml(bytes)).toContain('中文');
  });

  it('does not take UTF-8 that was cut off for another encoding', () => {
    expect(decodeHtml(utf8('<p>部门决算').subarray(0, -1))).toContain('部门决');
  });
});

describe('looksLikeHtml', () => {
  it.each([
    '<!DOCTYPE html><html></html>',
    '\n\n  <html lang="zh">',
    '\ufeff<html>',
    '<!-- saved from a site --><!-- again -->\n<head>',
    '<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml">',
    '<table><tr><td>1</td></tr></table>',
  ])('knows %j', text => {
    expect(looksLikeHtml(utf8(text))).toBe(true);
  });

  it.each(['', '%PDF-1.7', 'PK\u0003\u0004', '<?xml version="1.0"?><svg></svg>', '一般的文字', '<abc>', '<!-- <html>'])(
    'passes over %j',
    text => {
      expect(looksLikeHtml(utf8(text))).toBe(false);
    },
  );

  it('knows a page in UTF-16', () => {
    expect(looksLikeHtml(utf16('<html>', { mark: true }))).toBe(true);
  });
});
