import type messages from '../../public/_locales/zh_CN/messages.json';

export type MessageKey = keyof typeof messages;

interface MessageSource {
  i18n: { getMessage(key: string, values?: string[]): string };
}

/** A sentence of the interface in the reader's language; `$1`, `$2` … in it are replaced by `values`. */
export function t(key: MessageKey, ...values: (string | number)[]): string {
  const scope = globalThis as unknown as { browser?: MessageSource; chrome?: MessageSource };
  return (scope.browser ?? scope.chrome)!.i18n.getMessage(key, values.map(String));
}

/** The language the interface is shown in, which a report is to be written in too. */
export function interfaceLocale(): 'zh' | 'en' {
  return t('locale') === 'en' ? 'en' : 'zh';
}
