import { type MessageKey, t } from './i18n.ts';

/** The nine forms of final accounts in their usual order, with the names they usually carry. */
export const NINE_FORMS: readonly { readonly form: string; readonly name: MessageKey }[] = [
  { form: 'T01', name: 'formT01' },
  { form: 'T02', name: 'formT02' },
  { form: 'T03', name: 'formT03' },
  { form: 'T04', name: 'formT04' },
  { form: 'T05', name: 'formT05' },
  { form: 'T06', name: 'formT06' },
  { form: 'T07', name: 'formT07' },
  { form: 'T08', name: 'formT08' },
  { form: 'T09', name: 'formT09' },
];

/** `公开01表` for T01; null for what is none of the nine. */
export function formCode(form: string | null): string | null {
  return form && /^T\d\d$/.test(form) ? t('formCode', form.slice(1)) : null;
}
