import { type MessageKey, t } from './i18n.ts';
import type { FailureReason } from './panel-state.ts';

const SENTENCES: Record<FailureReason, MessageKey> = {
  'not-a-document': 'failureNotADocument',
  truncated: 'failureTruncated',
  damaged: 'failureDamaged',
  encrypted: 'failureEncrypted',
  'image-only': 'failureImageOnly',
  garbled: 'failureGarbled',
  empty: 'failureEmpty',
  'too-large': 'failureTooLarge',
  'legacy-office': 'failureLegacyOffice',
  'no-access': 'failureNoAccess',
  elsewhere: 'failureElsewhere',
  'not-fetched': 'failureNotFetched',
  internal: 'failureInternal',
};

/** One clear sentence: why it could not be checked, and what to do. */
export function failureSentence(reason: FailureReason): string {
  return t(SENTENCES[reason]);
}
