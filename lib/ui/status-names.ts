import type { MessageKey } from './i18n.ts';
import type { MarkStatus } from './marks.ts';

/** What each status is called. */
export const STATUS_NAMES = {
  exact: 'statusExact',
  rounding: 'statusRounding',
  conflict: 'statusConflict',
  suspected: 'statusSuspected',
  unchecked: 'statusUnchecked',
  uncertain: 'statusUncertain',
} as const satisfies Record<MarkStatus, MessageKey>;
