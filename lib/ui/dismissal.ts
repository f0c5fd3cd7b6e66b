import { z } from 'zod';
import type { MessageKey } from './i18n.ts';

/** Why a reader sets a finding aside; `note` is in their own words, empty where they wrote none. */
export const dismissalSchema = z.object({
  reason: z.enum(['explained', 'misread', 'settled', 'other']),
  note: z.string(),
});
export type Dismissal = z.infer<typeof dismissalSchema>;

/** The findings of one document that were set aside, by finding id. */
export const dismissalsSchema = z.record(z.string(), dismissalSchema);
export type Dismissals = Readonly<z.infer<typeof dismissalsSchema>>;

export const REASON_NAMES: Record<Dismissal['reason'], MessageKey> = {
  explained: 'dismissExplained',
  misread: 'dismissMisread',
  settled: 'dismissSettled',
  other: 'dismissOther',
};
