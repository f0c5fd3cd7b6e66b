import en from '../../public/_locales/en/messages.json';
import zh from '../../public/_locales/zh_CN/messages.json';

type Messages = Record<string, { message: string } | undefined>;

/** Puts the extension's own sentences where the browser would offer them. */
export function offerMessages(locale: 'zh' | 'en' = 'zh'): void {
  const messages: Messages = locale === 'zh' ? zh : en;
  const getMessage = (key: string, values: string[] = []) =>
    (messages[key]?.message ?? '').replace(/\$(\d)/g, (_, n) => values[Number(n) - 1] ?? '');
  Object.assign(globalThis, { chrome: { i18n: { getMessage } } });
}
